namespace Pipeline.Suggestions.Fitting;

/// <summary>Which numbers and links replies may hold, from <c>Suggestions:Contacts</c>.</summary>
public sealed class ContactOptions
{
    /// <summary>The channels on which a reply may propose the telephone. Everywhere else no reply holds a number or says "call us".</summary>
    public IList<string> PhoneChannels { get; } = [];

    /// <summary>The numbers that may be given. No other ever is.</summary>
    public IList<ContactNumber> Numbers { get; } = [];

    /// <summary>
    /// By brand, hosts that links may lead to, with what lies under them. The hosts of <see cref="SuggestionOptions.Links"/> may be linked
    /// anyway.
    /// </summary>
    public IDictionary<string, List<string>> LinkHosts { get; } = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A telephone number that may be given to customers.</summary>
public sealed class ContactNumber
{
    /// <summary>The number, with or without blanks.</summary>
    public string Number { get; set; } = "";

    /// <summary>The brand whose number it is; empty for a number that any brand may give.</summary>
    public string Brand { get; set; } = "";

    /// <summary>The situations it is for, as for an emergency number; none means any.</summary>
    public IList<string> Intents { get; } = [];

    /// <summary>
    /// By language, the price that must follow the number, such as "0,38 € la minute"; none for a number that costs nothing.
    /// </summary>
    public IDictionary<string, string> Prices { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>What an advisor may offer alone: the room to negotiate.</summary>
public sealed class GestureLimit
{
    /// <summary>The highest amount; 0 for no offer at all.</summary>
    public decimal Amount { get; set; }

    /// <summary>Its currency: €, £ or $.</summary>
    public string Currency { get; set; } = "€";

    /// <summary>Who says so, shown with the suggestion, such as "charte 2026, page 3".</summary>
    public string Source { get; set; } = "";
}
