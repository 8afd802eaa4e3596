using Pipeline.Quality.Indicators;

namespace Pipeline.Quality.Reports;

/// <summary>Whether customers are treated alike in each phase of their journey, by each brand and in each language, and whether waits are shared fairly.</summary>
public sealed record ConsistencyReport
{
    /// <summary>The customer's view in a sentence, in French.</summary>
    public required string French { get; init; }

    /// <summary>The customer's view in a sentence, in English.</summary>
    public required string English { get; init; }

    /// <summary>The first day (UTC).</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day (UTC).</summary>
    public required DateOnly To { get; init; }

    /// <summary>The brand; null for all.</summary>
    public string? Brand { get; init; }

    /// <summary>Where a group fares otherwise than all others together, clearly and by more than a trifle; largest first.</summary>
    public required IReadOnlyList<ConsistencyGap> Gaps { get; init; }

    /// <summary>The groups that were compared.</summary>
    public required IReadOnlyList<ConsistencyGroup> Groups { get; init; }

    /// <summary>How many rows of the tables were read.</summary>
    public required int RowsRead { get; init; }

    /// <summary>How many days had changed and were made anew first.</summary>
    public required int DaysMade { get; init; }
}

/// <summary>A group that fares otherwise.</summary>
/// <param name="Dimension">phase, brand or language.</param>
/// <param name="Value">The group.</param>
/// <param name="Difference">By how much it is greater than all others together, with bounds of 99.9 %.</param>
/// <param name="Relative">The difference over the figure of all others; null for a mood.</param>
/// <param name="French">In a sentence, in French.</param>
/// <param name="English">In a sentence, in English.</param>
/// <param name="ConversationsAt">The queries that list its conversations.</param>
public sealed record ConsistencyGap(
    Dimension Dimension, string Value, Difference Difference, double? Relative, string French, string English, IReadOnlyList<string> ConversationsAt);

/// <summary>A group as it fares.</summary>
public sealed record ConsistencyGroup
{
    /// <summary>phase, brand or language.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>The group.</summary>
    public required string Value { get; init; }

    /// <summary>Whether it is too small to be told of, or would tell of one that is.</summary>
    public required bool Withheld { get; init; }

    /// <summary>How many conversations; null when withheld.</summary>
    public int? Conversations { get; init; }

    /// <summary>The longest wait of half of the conversations, seconds.</summary>
    public double? WaitMedian { get; init; }

    /// <summary>The longest wait that nine of ten stayed under, seconds.</summary>
    public double? WaitNinth { get; init; }

    /// <summary>How many times the median that is: 1 where all wait alike.</summary>
    public double? WaitSpread { get; init; }

    /// <summary>The share that once waited for more than ten minutes.</summary>
    public Estimate? WaitedLong { get; init; }

    /// <summary>The customer's turns.</summary>
    public Estimate? Turns { get; init; }

    /// <summary>The mood at the end, -1 to 1.</summary>
    public Estimate? FeelingAtEnd { get; init; }

    /// <summary>The share that nobody answered.</summary>
    public Estimate? Unanswered { get; init; }
}
