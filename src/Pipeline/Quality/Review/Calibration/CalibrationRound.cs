namespace Pipeline.Quality.Review.Calibration;

/// <summary>The same conversations given to several reviewers, each of whom sees no other's answers before the round is over.</summary>
public sealed record CalibrationRound
{
    /// <summary>The most conversations of a round.</summary>
    public const int MostConversations = 50;

    /// <summary>The most reviewers of a round.</summary>
    public const int MostReviewers = 20;

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The scorecard.</summary>
    public required string ScorecardId { get; init; }

    /// <summary>The conversations.</summary>
    public required IReadOnlyList<string> Conversations { get; init; }

    /// <summary>Who reviews.</summary>
    public required IReadOnlyList<string> Reviewers { get; init; }

    /// <summary>Who set it up.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>How far the reviewers of a round agree.</summary>
/// <param name="Round">The round.</param>
/// <param name="Submitted">How many reviews were handed in, of all.</param>
/// <param name="Expected">How many there will be.</param>
/// <param name="Questions">By question, those where they differ most first; empty while the round is on.</param>
/// <param name="Conversations">By conversation, those where the scores are farthest apart first; empty while the round is on.</param>
public sealed record CalibrationReport(
    CalibrationRound Round, int Submitted, int Expected, IReadOnlyList<QuestionAgreement> Questions, IReadOnlyList<ConversationSpread> Conversations);

/// <summary>Agreement about a question.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="French">The question in French.</param>
/// <param name="English">The question in English.</param>
/// <param name="Agreement">How far they agree.</param>
public sealed record QuestionAgreement(string QuestionId, string French, string English, Agreement Agreement);

/// <summary>How far apart the scores of a conversation are.</summary>
/// <param name="ConversationKey">The conversation.</param>
/// <param name="Lowest">The lowest score.</param>
/// <param name="Highest">The highest score.</param>
/// <param name="Differing">The questions that not all answered alike.</param>
public sealed record ConversationSpread(string ConversationKey, double Lowest, double Highest, IReadOnlyList<string> Differing);
