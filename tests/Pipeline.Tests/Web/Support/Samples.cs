using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Tests.Web.Support;

/// <summary>Conversations in which everything that can be there is there.</summary>
public static class Samples
{
    public const string Key = "generic~demo~c-42";

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Conversation Conversation = new()
    {
        Key = Key,
        Platform = "generic",
        Account = "demo",
        Id = "c-42",
        LanguageHint = "fr",
        EntryPage = "/box",
        CustomerId = "c-7",
    };

    private static readonly RoutingDecision Decision = new()
    {
        Hard = true,
        Difficulty = 3.5,
        Skill = "technical",
        Level = 2,
        Urgent = true,
        Reasons = [new RoutingReason("repeat_contact", 2, "Revient pour le même souci", "Comes back about the same trouble")],
        RulesVersion = "1",
    };

    public static ConversationSummary Summary { get; } = new()
    {
        Key = Key,
        StartedAt = Start,
        ClosedAt = Start.AddHours(1),
        Platform = "generic",
        Brand = "boreal",
        Channel = "web",
        Language = "fr",
        CustomerFirstName = "Camille",
        Intent = "outage",
        Hard = true,
        Urgent = true,
        Skill = "technical",
        AdvisorId = "a-1",
        StartEmotion = Emotion.Fear,
        WorstEmotion = Emotion.Anger,
        EndEmotion = Emotion.Gratitude,
        TriggerCause = TriggerCause.Wait,
        Arc = ConversationArc.Repair,
        Thanked = true,
        Messages = 8,
        Rating = 5,
        EntryKind = EntryKind.Proactive,
        HardReason = "repeat_contact",
        Measures = new()
        {
            Outcome = ConversationOutcome.Resolved,
            SuggestionUse = SuggestionUse.Used,
            Escalated = false,
            Transfers = 1,
            FirstResponseSeconds = 42.5,
            WaitSeconds = 120,
            Repeats = 0,
            Effort = 4,
            Repaired = true,
            ComplaintTreatment = 75,
            Phase = "assistance",
            SelfService = false,
        },
    };

    public static ConversationTranscript Transcript(params TranscriptMessage[] messages) => new()
    {
        Conversation = Conversation,
        State = new ConversationState
        {
            Position = 1,
            LastKey = "20260302T0900000000000-m1",
            StartedAt = Start,
            LastAt = Start,
            Language = "fr",
            LanguageEvidence = new Dictionary<string, double> { ["fr"] = 1.5 },
            CustomerFirstName = "Camille",
            AdvisorId = "a-1",
            AdvisorFirstName = "Nadia",
            FirstAdvisorAt = Start,
            WaitingSince = Start,
            Window = [new Turn { MessageId = "m1", Role = SenderRole.Customer, SentAt = Start, Text = "bonjour", Intent = "outage" }],
            Intents = new Dictionary<string, int> { ["outage"] = 1 },
            Intent = "outage",
            Signals = new Dictionary<string, int> { ["wants_human"] = 1 },
            Journey = Journey,
            Floor = ConversationFloor.Opening,
            KnownSlots = ["order_number"],
            Closed = true,
            ClosedAt = Start,
            Rating = 4,
        },
        Story = new JourneyStory(ConversationArc.Repair, "L'humeur bascule.", "The mood turns."),
        Messages = messages,
        Assignment = new AssignmentView
        {
            Status = AssignmentStatus.Assigned,
            Decision = Decision,
            AdvisorId = "a-1",
            AdvisorFirstName = "Nadia",
        },
    };

    private static ServiceBlock Block { get; } = new()
    {
        Last = new ServiceTurn(3, "m4", 40),
        Longest = new ServiceTurn(3, "m4", 40),
        Acts = [ServiceAct.Refuses, ServiceAct.Transfers],
    };

    private static EmotionalJourney Journey { get; } = new()
    {
        Start = Emotion.Fear,
        Worst = Emotion.Anger,
        Last = Emotion.Joy,
        Trigger = new TriggerTurn(2, "m3", Start, TriggerCause.Wait, Emotion.Anger, -0.7, 0.8, "m2", 300),
        Repair = new RepairTurn(3, "m4", 4, "m5", 1.2),
        Delights = [new DelightMoment(4, "m5", "m4")],
        Memory = new JourneyMemory { Answer = Block, AnswerBefore = Block },
    };

    public static TranscriptMessage Said(string id, SenderRole role, params string[] suggestions) => new()
    {
        Id = id,
        Kind = MessageKind.Message,
        Sender = new Sender(role, "someone", "Someone"),
        SentAt = Start,
        Text = "bonjour",
        Suggestions = suggestions.Length == 0 ? null : [.. suggestions.Select(Suggestion)],
    };

    public static TranscriptMessage Full { get; } = Said("m1", SenderRole.Customer, "On regarde.") with
    {
        Attachments = [new Attachment("box.png", "image/png", 12)],
        EditedAt = Start,
        DeletedAt = Start,
        Rating = 3,
        Analysis = new TextAnalysis
        {
            Language = "fr",
            LanguageConfidence = 0.9,
            Sentiment = Sentiment.Mixed,
            Valence = -0.2,
            Emotions = [new EmotionScore(Emotion.Fear, 0.7)],
            Intensity = 2,
            Intent = "outage",
            Signals = ["wants_human"],
            Evidence = [new TextEvidence("inquiet", -0.4)],
            Scorer = "lexicon/1",
        },
        Decision = Decision,
    };

    private static Suggestion Suggestion(string text) => new("s-1", text, "holding", "phrase:fr-holding-03", 0.7, ["panne"]);
}
