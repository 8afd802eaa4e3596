using Pipeline.Quality.Indicators;

namespace Pipeline.Quality.Reports;

/// <summary>What is asked of a report.</summary>
/// <param name="Period">Of which conversations.</param>
/// <param name="Group">By what they are grouped.</param>
/// <param name="WithBefore">Whether each group is compared with itself in the period before.</param>
/// <param name="Against">The group that each other one is compared with; null for none.</param>
public sealed record GroupReportQuery(ReportPeriod Period, Dimension Group, bool WithBefore = false, string? Against = null);

/// <summary>The indicators of a period, all together and by group. The customer's view comes first.</summary>
public sealed record GroupReport
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

    /// <summary>By what the conversations are grouped.</summary>
    public required Dimension Group { get; init; }

    /// <summary>All together.</summary>
    public required ReportGroup All { get; init; }

    /// <summary>The groups, largest first.</summary>
    public required IReadOnlyList<ReportGroup> Groups { get; init; }

    /// <summary>The share of conversations of each channel; they sum to 1.</summary>
    public required IReadOnlyDictionary<string, double> ChannelMix { get; init; }

    /// <summary>The channels that are offered and were not used.</summary>
    public required IReadOnlyList<string> UnusedChannels { get; init; }

    /// <summary>The share of conversations whose reason the journey map has no phase for.</summary>
    public Estimate? Unmapped { get; init; }

    /// <summary>How many advisors the busiest hour of the period needs; null when it is withheld, or nothing was answered.</summary>
    public StaffingEstimate? Staffing { get; init; }

    /// <summary>How many rows of the tables were read.</summary>
    public required int RowsRead { get; init; }

    /// <summary>How many days had changed and were made anew first.</summary>
    public required int DaysMade { get; init; }
}

/// <summary>A group of conversations.</summary>
public sealed record ReportGroup
{
    /// <summary>Its value, such as a reason.</summary>
    public required string Value { get; init; }

    /// <summary>Whether it is too small to be told of, or would tell of one that is.</summary>
    public required bool Withheld { get; init; }

    /// <summary>How many conversations; null when withheld.</summary>
    public int? Conversations { get; init; }

    /// <summary>The queries that list them.</summary>
    public IReadOnlyList<string> ConversationsAt { get; init; } = [];

    /// <summary>The indicators; null when withheld.</summary>
    public IndicatorSet? Indicators { get; init; }

    /// <summary>The differences from what was asked to compare with; null when nothing was, or it is withheld.</summary>
    public IReadOnlyList<Difference>? Differences { get; init; }
}
