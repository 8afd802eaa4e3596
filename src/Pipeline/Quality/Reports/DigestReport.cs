namespace Pipeline.Quality.Reports;

/// <summary>The week of the teams: what improved and whom to thank first. It names nobody.</summary>
public sealed record DigestReport
{
    /// <summary>The customer's view in a sentence, in French.</summary>
    public required string French { get; init; }

    /// <summary>The customer's view in a sentence, in English.</summary>
    public required string English { get; init; }

    /// <summary>The Monday of the week (UTC).</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its Sunday.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The brand; null for all.</summary>
    public string? Brand { get; init; }

    /// <summary>The teams: one for each skill.</summary>
    public required IReadOnlyList<TeamDigest> Teams { get; init; }

    /// <summary>How many rows of the tables were read.</summary>
    public required int RowsRead { get; init; }

    /// <summary>How many days had changed and were made anew first.</summary>
    public required int DaysMade { get; init; }
}

/// <summary>The week of a team.</summary>
public sealed record TeamDigest
{
    /// <summary>The team: the skill of its conversations.</summary>
    public required string Skill { get; init; }

    /// <summary>Whether it is too small to be told of, or would tell of one that is.</summary>
    public required bool Withheld { get; init; }

    /// <summary>What clearly improved since the week before, largest first.</summary>
    public IReadOnlyList<Difference> Improved { get; init; } = [];

    /// <summary>What there is to be proud of; null when withheld.</summary>
    public TeamPraise? Praise { get; init; }

    /// <summary>At most three conversations that are worth listening to together.</summary>
    public IReadOnlyList<WorthListening> Listen { get; init; } = [];

    /// <summary>What clearly got worse: last, and to talk about.</summary>
    public IReadOnlyList<Difference> ToTalkAbout { get; init; } = [];
}

/// <summary>What a team has to be proud of.</summary>
/// <param name="Thanked">How many customers ended with meant thanks.</param>
/// <param name="Repaired">How many bad moods were lifted for good.</param>
/// <param name="HardResolved">How many hard conversations ended resolved.</param>
/// <param name="French">In a sentence, in French.</param>
/// <param name="English">In a sentence, in English.</param>
public sealed record TeamPraise(int Thanked, int Repaired, int HardResolved, string French, string English);

/// <summary>A conversation that is worth listening to together.</summary>
/// <param name="ConversationAt">Where it is.</param>
/// <param name="Why">lifted, thankedInHardCase or leftUnhappy.</param>
/// <param name="French">Why, in French.</param>
/// <param name="English">Why, in English.</param>
public sealed record WorthListening(string ConversationAt, string Why, string French, string English);
