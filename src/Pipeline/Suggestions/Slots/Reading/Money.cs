namespace Pipeline.Suggestions.Slots.Reading;

/// <summary>An amount of money.</summary>
/// <param name="Value">How much, exactly as written.</param>
/// <param name="Currency">Its sign: €, £ or $.</param>
public readonly record struct Money(decimal Value, char Currency);

/// <summary>An amount that somebody wrote.</summary>
/// <param name="Money">The amount.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Doubtful">Whether it is an end of a range, a factor, a rough figure, or followed by cents that were not read.</param>
/// <param name="Recurring">Whether it is a price for each month or year, and no single charge.</param>
public readonly record struct SpokenAmount(Money Money, int Start, bool Doubtful, bool Recurring)
{
    /// <summary>Where it begins with its currency: before <see cref="Start"/> when the currency stands first.</summary>
    public int Begin { get; init; } = Start;

    /// <summary>Where it ends, with its currency.</summary>
    public int End { get; init; }
}
