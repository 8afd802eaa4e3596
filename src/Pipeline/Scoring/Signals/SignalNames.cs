namespace Pipeline.Scoring.Signals;

/// <summary>The signs of difficulty that a customer's text can show (docs/models.md). The routing rules weigh them.</summary>
public static class SignalNames
{
    /// <summary>Asks for a person, an advisor, a manager or a call back.</summary>
    public const string WantsHuman = "wants_human";

    /// <summary>Asks for somebody higher up; then <see cref="WantsHuman"/> holds too.</summary>
    public const string WantsManager = "wants_manager";

    /// <summary>An amount of money that a front-line advisor may not decide about.</summary>
    public const string HighAmount = "high_amount";

    /// <summary>The customer has trouble with the language, or writes in another one.</summary>
    public const string LanguageBarrier = "language_barrier";

    /// <summary>All names, ordinally ordered.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "accessibility", "bereavement", "contradictory_info", "cross_service", "data_loss", "deadline", "failed_steps", "fraud_risk",
        HighAmount,
        "identity_check", "intends_to_leave", LanguageBarrier, "legal_threat", "policy_conflict", "repeat_contact", "safety",
        "technical_depth",
        "third_party_dependency", "vulnerable", WantsHuman, WantsManager,
    ];
}
