namespace Pipeline.Protection.Retention;

/// <summary>What the last run of retention saw and did: it looked at every row, so this is what there is.</summary>
public sealed record RetentionRun
{
    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>What is kept of each brand and kind after the run, by brand and then kind.</summary>
    public required IReadOnlyList<KeptKind> Kept { get; init; }
}

/// <summary>A kind of what is kept of a brand.</summary>
public sealed record KeptKind
{
    /// <summary>The brand; empty for what has none.</summary>
    public required string Brand { get; init; }

    /// <summary>The kind: messages, index, scores, suggestions, decisions, audit, originals.</summary>
    public required string Kind { get; init; }

    /// <summary>How many days it may be kept; null without end.</summary>
    public int? Days { get; init; }

    /// <summary>How many there are: conversations, readings, or texts.</summary>
    public long Count { get; init; }

    /// <summary>The oldest; null when there is none.</summary>
    public DateTimeOffset? Oldest { get; init; }

    /// <summary>Of how many the run removed it.</summary>
    public long Removed { get; init; }

    /// <summary>How many are over and were kept, because a legal hold is on them.</summary>
    public long Held { get; init; }
}

/// <summary>Counts what a run sees.</summary>
internal sealed class RetentionTally
{
    private readonly SortedDictionary<(string Brand, string Kind), KeptKind> _kinds = [];

    public void Kept(string brand, string kind, int? days, DateTimeOffset at) => Change(brand, kind, days, tally => tally with
    {
        Count = tally.Count + 1,
        Oldest = tally.Oldest < at ? tally.Oldest : at,
    });

    public void Removed(string brand, string kind, int? days) => Change(brand, kind, days, tally => tally with { Removed = tally.Removed + 1 });

    public void Held(string brand, string kind, int? days) => Change(brand, kind, days, tally => tally with { Held = tally.Held + 1 });

    public long AllRemoved => _kinds.Values.Sum(kind => kind.Removed);

    public IReadOnlyList<KeptKind> All => [.. _kinds.Values];

    private void Change(string brand, string kind, int? days, Func<KeptKind, KeptKind> change) => _kinds[(brand, kind)] =
        change(_kinds.GetValueOrDefault((brand, kind)) ?? new KeptKind { Brand = brand, Kind = kind, Days = days });
}
