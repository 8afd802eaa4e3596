namespace Pipeline.Sweep;

/// <summary>How the sweeps of an account stand.</summary>
public sealed record SweepState
{
    /// <summary>Of what happened before this time, by the platform's clock, all was compared; null before the first sweep.</summary>
    public DateTimeOffset? SweptUntil { get; init; }

    /// <summary>When the last sweep ended, well or not; null before the first.</summary>
    public DateTimeOffset? LastSweptAt { get; init; }

    /// <summary>How many happenings were ever found missing: each is counted once, whatever crashes and however often it is sent.</summary>
    public long Found { get; init; }

    /// <summary>How many of them are in the transcripts since a sweep sent them: what only the sweep saved.</summary>
    public long Saved { get; init; }

    /// <summary>How many items of the platform's history could not be read by the last sweep.</summary>
    public int Unreadable { get; init; }

    /// <summary>What kept the last sweep from its end; null when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>The platform asked not to be called before this time; null when it did not.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The version of the row that this was read from; null when there is none.</summary>
    public string? ETag { get; init; }

    /// <summary>How many that were found missing are not in the transcripts yet: on their way, or refused by the path.</summary>
    public long Waiting => Found - Saved;
}
