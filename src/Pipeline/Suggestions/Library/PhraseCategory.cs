namespace Pipeline.Suggestions.Library;

/// <summary>What a reply does.</summary>
public enum PhraseCategory
{
    /// <summary>It welcomes the customer.</summary>
    Greeting,

    /// <summary>It says that somebody is there and working, while the customer waits.</summary>
    Holding,

    /// <summary>It asks for what is needed to go on.</summary>
    Question,

    /// <summary>It explains, or says what to do.</summary>
    Explanation,

    /// <summary>It acknowledges what went wrong.</summary>
    Apology,

    /// <summary>It celebrates what was achieved.</summary>
    Congratulation,

    /// <summary>It takes leave.</summary>
    Closing,

    /// <summary>It says who takes over.</summary>
    Handover,

    /// <summary>It points to a page.</summary>
    WebLink,
}
