namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>What a <see cref="FactToken"/> tells.</summary>
internal enum FactKind
{
    /// <summary>An amount of money.</summary>
    Amount,

    /// <summary>A length of time, a day or a time of day.</summary>
    Time,

    /// <summary>Another number, with its unit if it has one.</summary>
    Number,

    /// <summary>A row of digits, such as a telephone number.</summary>
    Digits,
}
