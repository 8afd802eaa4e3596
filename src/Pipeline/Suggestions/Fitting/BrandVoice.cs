namespace Pipeline.Suggestions.Fitting;

/// <summary>How a brand speaks, from <c>Suggestions:Brands:{brand}</c>. Its name is in <c>Suggestions:BrandNames</c>.</summary>
public sealed class BrandVoice
{
    /// <summary>How customers are addressed in French. A brand that says vous is never offered a text that says tu.</summary>
    public Address Address { get; set; } = Address.Vous;

    /// <summary>Whether the brand uses emoji, on channels that allow them.</summary>
    public bool Emoji { get; set; } = true;

    /// <summary>The signature on channels that ask for one, with the slots {advisor_first_name} and {brand}; empty for none.</summary>
    public string Signature { get; set; } = "{advisor_first_name}, {brand}";
}

/// <summary>How customers are addressed in French.</summary>
public enum Address
{
    /// <summary>Vous.</summary>
    Vous,

    /// <summary>Tu, where a phrase does. A phrase that says vous is offered as it is: nothing rewrites a verb.</summary>
    Tu,
}
