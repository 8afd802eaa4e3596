namespace Pipeline.Messages;

/// <summary>The signs of difficulty (docs/routing.md). The routing rules weigh them.</summary>
public static class SignalNames
{
    /// <summary>Asks for a person, an advisor, a manager or a call back.</summary>
    public const string WantsHuman = "wants_human";

    /// <summary>Asks for somebody higher up; then <see cref="WantsHuman"/> holds too.</summary>
    public const string WantsManager = "wants_manager";

    /// <summary>
    /// Asks whether anybody is there at all. No wish for a person by the definition of that label (docs/models.md), and yet the rules may honour
    /// it as one.
    /// </summary>
    public const string AsksForPresence = "asks_for_presence";

    /// <summary>An amount of money that a front-line advisor may not decide about.</summary>
    public const string HighAmount = "high_amount";

    /// <summary>The customer has trouble with the language, or writes in another one.</summary>
    public const string LanguageBarrier = "language_barrier";

    /// <summary>A message that takes some explaining: 20 words or more.</summary>
    public const string LongAccount = "long_account";

    /// <summary>A message that takes much explaining: 26 words or more.</summary>
    public const string VeryLongAccount = "very_long_account";

    /// <summary>The customer asked nearly the same again.</summary>
    public const string RepeatedQuestion = "repeated_question";

    /// <summary>The customer wrote again after having waited long for an answer.</summary>
    public const string LongWait = "long_wait";

    /// <summary>Another advisor took the conversation over.</summary>
    public const string Transfer = "transfer";

    /// <summary>What the text of a message can show, ordinally ordered.</summary>
    public static IReadOnlyList<string> OfTexts { get; } =
    [
        "accessibility", AsksForPresence, "bereavement", "broken_promise", "chased_often", "contradictory_info", "contrast", "cross_service",
        "cut_off", "data_loss", "deadline", "exhausted_steps", "failed_steps", "fraud_risk", HighAmount, "identity_check", "intends_to_leave",
        LanguageBarrier, "legal_threat", LongAccount, "lost_device", "nothing_given", "other_parties", "policy_conflict", "repeat_contact", "safety",
        "several_issues", "technical_depth", "third_party_dependency", VeryLongAccount, "vulnerable", WantsHuman, WantsManager,
    ];

    /// <summary>What only the course of a conversation shows.</summary>
    public static IReadOnlyList<string> OfConversations { get; } = [LongWait, RepeatedQuestion, Transfer];

    /// <summary>What matters only while the customer tells what it is about; in a long conversation, everybody shows it sooner or later.</summary>
    public static IReadOnlyList<string> OfOpenings { get; } = ["contrast", LongAccount, "other_parties", VeryLongAccount];

    /// <summary>All of them, ordinally ordered.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfTexts.Concat(OfConversations).Order(StringComparer.Ordinal)];
}
