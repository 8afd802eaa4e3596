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

    public static ConversationHandedOver HandedOver(Conversation conversation) => new()
    {
        Conversation = conversation,
        TransferId = ConversationKeys.BusId("handover", conversation.Key, "t-1"),
        Note = "Passage de relais : autre métier\nPour : Karim (billing, niveau 2)\n- « Voir [ici](http://x) » : fait",
        Card = new HandoverCard
        {
            Language = "fr",
            Reason = HandoverReason.OtherSkill,
            At = AnsweredAt,
            Holders = [new(SenderRole.Advisor, "Nadia", AnsweredAt, AnsweredAt)],
            Next = new("Karim", "billing", 2),
            Tried = [new("m-1", SenderRole.Advisor, "Redémarrez la box.", StepOutcome.Failed)],
            Told = [new("m-2", SenderRole.Advisor, [StatementKind.Amount], "Je vous offre 15 €.")],
            OpenQuestions = [new("m-3", SenderRole.Customer, "Et mes frais ?")],
            Known = [new("order_number", "[ORDER_NUMBER_1]", "m-0")],
            Mood = new() { Arc = ConversationArc.RisingAnger, Now = Emotion.Anger, French = "Elle bascule.", English = "It turns." },
        },
    };
}
