using Pipeline.Quality.Indicators;

namespace Pipeline.Quality.Reports;

/// <summary>What customers came with and were unhappy about, by reason and phase of the journey.</summary>
public sealed record IrritantReport
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

    /// <summary>The reasons, those first in which most moods turned.</summary>
    public required IReadOnlyList<Irritant> Irritants { get; init; }

    /// <summary>Reasons that were named far more often than they used to be, newest first.</summary>
    public required IReadOnlyList<IrritantBurst> Bursts { get; init; }

    /// <summary>The share of conversations whose reason the journey map has no phase for.</summary>
    public Estimate? Unmapped { get; init; }

    /// <summary>How many rows of the tables were read.</summary>
    public required int RowsRead { get; init; }

    /// <summary>How many days had changed and were made anew first.</summary>
    public required int DaysMade { get; init; }
}

/// <summary>A reason and how its customers fared.</summary>
public sealed record Irritant
{
    /// <summary>The reason.</summary>
    public required string Reason { get; init; }

    /// <summary>Its phase of the journey.</summary>
    public required string Phase { get; init; }

    /// <summary>Whether it is too small to be told of.</summary>
    public required bool Withheld { get; init; }

    /// <summary>How many conversations; null when withheld.</summary>
    public int? Conversations { get; init; }

    /// <summary>In how many the mood turned; null when withheld.</summary>
    public int? Turned { get; init; }

    /// <summary>The share that was left unresolved.</summary>
    public Estimate? Unresolved { get; init; }

    /// <summary>The share of turned moods that were lifted again.</summary>
    public Estimate? Repaired { get; init; }

    /// <summary>The weeks, oldest first; empty when withheld.</summary>
    public IReadOnlyList<IrritantWeek> Weeks { get; init; } = [];

    /// <summary>The queries that list them.</summary>
    public IReadOnlyList<string> ConversationsAt { get; init; } = [];
}

/// <summary>A week of a reason.</summary>
/// <param name="Monday">Its first day (UTC).</param>
/// <param name="Conversations">How many conversations.</param>
/// <param name="Turned">In how many the mood turned.</param>
public sealed record IrritantWeek(DateOnly Monday, int Conversations, int Turned);

/// <summary>A reason that was named far more often than it used to be.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Phase">Its phase of the journey.</param>
/// <param name="From">The hour in which it first showed.</param>
/// <param name="To">The end of the last hour in which it showed.</param>
/// <param name="Conversations">The most conversations of so many hours.</param>
/// <param name="Expected">How many such hours used to have.</param>
/// <param name="Hours">How many hours.</param>
/// <param name="ConversationsAt">The queries that list the conversations of those days.</param>
public sealed record IrritantBurst(
    string Reason, string Phase, DateTimeOffset From, DateTimeOffset To, int Conversations, double Expected, int Hours,
    IReadOnlyList<string> ConversationsAt);
