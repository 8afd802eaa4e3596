namespace Pipeline.Web.Answers;

/// <summary>The configured accounts.</summary>
/// <param name="Accounts">The accounts, in the order of the configuration.</param>
public sealed record PlatformsAnswer(IReadOnlyList<PlatformAccountAnswer> Accounts);

/// <summary>An account at a platform, and what the sweeps of its history came to. Never a secret.</summary>
public sealed record PlatformAccountAnswer
{
    /// <summary>The platform.</summary>
    public required string Platform { get; init; }

    /// <summary>The account, as configured.</summary>
    public required string Account { get; init; }

    /// <summary>The brand of conversations that do not name one.</summary>
    public required string Brand { get; init; }

    /// <summary>The channel of conversations that do not name one.</summary>
    public required string Channel { get; init; }

    /// <summary>The language of customers when nothing else tells; null when not set.</summary>
    public string? LanguageHint { get; init; }

    /// <summary>Whether webhooks must be signed by a secret of the account.</summary>
    public required bool ChecksSignatures { get; init; }

    /// <summary>Whether webhooks must have a token of the account in their address.</summary>
    public required bool ChecksTokens { get; init; }

    /// <summary>The host that outcomes go to; null when they do not go there.</summary>
    public string? OutletHost { get; init; }

    /// <summary>The other account that outcomes go through, as <c>slack/desk</c>; null when they go through none.</summary>
    public string? Through { get; init; }

    /// <summary>The host that the history is read from; null when none is.</summary>
    public string? HistoryHost { get; init; }

    /// <summary>How many skills have a team at the platform.</summary>
    public required int Teams { get; init; }

    /// <summary>How many advisors are named with their id at the platform.</summary>
    public required int Agents { get; init; }

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
