using Pipeline.Messages;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>Outcomes as the stages make them.</summary>
internal static class SampleOutcomes
{
    public static DateTimeOffset AnsweredAt { get; } = new(2026, 3, 4, 8, 14, 2, TimeSpan.Zero);

    public static Conversation Conversation(string platform, string account, string id = "512") => new()
    {
        Key = ConversationKeys.Conversation(platform, account, id),
        Platform = platform,
        Account = account,
        Id = id,
        LanguageHint = "fr",
    };

    public static RepliesSuggested Suggested(Conversation conversation, int position = 3) => new()
    {
        Conversation = conversation,
        MessageId = "41207",
        OrderKey = ConversationKeys.Order(AnsweredAt, "41207"),
        Position = position,
        Language = "fr",
        Suggestions =
        [
            new("s-1", "Bonjour Yanis, je regarde votre facture.", "greeting", "phrase:fr-greeting-02", 0.82, ["salutation"]),
            new("s-2", "Quel est le montant de *mars* ? [@nadia](mention://user/9)", "question", "phrase:fr-question-01", 0.5, []),
        ],
    };

    public static ConversationRouted Routed(
        Conversation conversation, AssignmentStatus status = AssignmentStatus.Assigned, int position = 3) => new()
        {
            Conversation = conversation,
            MessageId = $"message-{position}",
            Position = position,
            AdvisorId = status == AssignmentStatus.Waiting ? null : "a-nadia",
            AdvisorFirstName = status == AssignmentStatus.Waiting ? null : "Nadia",
            Status = status,
            Decision = new RoutingDecision
            {
                Hard = true,
                Difficulty = 4.5,
                Skill = "billing",
                Level = 2,
                Urgent = true,
                Reasons = [new("legal", 3, "Menace d'une action en justice", "Threatens legal action")],
                RulesVersion = "1",
            },
        };
}
