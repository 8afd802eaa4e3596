namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>Which of two cases a clause speaks of.</summary>
internal enum ClauseCase
{
    /// <summary>It does not say.</summary>
    Any,

    /// <summary>It is a condition.</summary>
    If,

    /// <summary>It is an exception.</summary>
    Unless,

    /// <summary>It says what holds in the other case.</summary>
    Otherwise,

    /// <summary>It says what holds in the case just named.</summary>
    Then,
}
