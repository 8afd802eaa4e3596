namespace Pipeline.Suggestions.Ranking;

/// <summary>Where a word was said.</summary>
[Flags]
internal enum WordPlaces : byte
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>In what the customer said last.</summary>
    Said = 1,

    /// <summary>In what the customer said before.</summary>
    SaidBefore = 2,

    /// <summary>In what the agent said last.</summary>
    Asked = 4,

    /// <summary>In what the agent said before.</summary>
    Told = 8,
}
