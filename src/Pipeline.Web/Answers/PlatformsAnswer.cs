namespace Pipeline.Web.Answers;

/// <summary>The configured accounts.</summary>
/// <param name="Accounts">The accounts, in the order of the configuration.</param>
public sealed record PlatformsAnswer(IReadOnlyList<PlatformAccountAnswer> Accounts);

/// <summary>An account at a platform, and what the sweeps of its history came to.</summary>
public sealed record PlatformAccountAnswer
{
    /// <summary>The platform.</summary>
    public required string Platform { get; init; }

    /// <summary>The account, as configured.</summary>
    public required string Account { get; init; }

    /// <summary>Whether the platform's history is read, so that messages whose webhook was lost are found.</summary>
    public required bool Swept { get; init; }

    /// <summary>When the last sweep ended, well or not; null before the first.</summary>
    public DateTimeOffset? LastSweptAt { get; init; }

    /// <summary>Of what happened before this time, all was compared; null before the first sweep that came to its end.</summary>
    public DateTimeOffset? SweptUntil { get; init; }

    /// <summary>How many messages, changes and closes were ever found missing.</summary>
    public long Found { get; init; }

    /// <summary>How many of them are in the transcripts since: what only the sweep saved.</summary>
    public long Saved { get; init; }

    /// <summary>How many of them are not in the transcripts yet: on their way, or in the dead letters.</summary>
    public long Waiting { get; init; }

    /// <summary>How many items of the history the last sweep could not read.</summary>
    public int Unreadable { get; init; }

    /// <summary>What kept the last sweep from its end; null when nothing did.</summary>
    public string? Error { get; init; }
}
