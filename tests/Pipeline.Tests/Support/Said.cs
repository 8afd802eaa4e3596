using Pipeline.Messages;

namespace Pipeline.Tests.Support;

/// <summary>Builds what was said in a conversation, for tests of what comes after the scoring.</summary>
public static class Said
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly Conversation Conversation = new()
    {
        Key = ConversationKeys.Conversation("generic", "demo", "c-1"),
        Platform = "generic",
        Account = "demo",
        Id = "c-1",
        Brand = "boreal",
        CustomerId = "v-1",
    };

    public static MessageAnalyzed Customer(int second, string text, double valence = 0, string? intent = null, params string[] signals) =>
        At(second, SenderRole.Customer, text) with { Analysis = Analysis(valence, intent, signals) };

    public static MessageAnalyzed Advisor(int second, string text) => At(second, SenderRole.Advisor, text);

    public static MessageAnalyzed Bot(int second, string text) => At(second, SenderRole.Bot, text);

    public static MessageAnalyzed Close(int second) =>
        At(second, SenderRole.System, "") with { Kind = MessageKind.Close, MessageId = $"close-{second}" };

    public static MessageAnalyzed Rating(int second, int rating) =>
        At(second, SenderRole.Customer, "") with { Kind = MessageKind.Rating, MessageId = $"rating-{second}", Rating = rating };

    public static MessageAnalyzed Edit(int second, MessageAnalyzed target, string text, double valence = 0) =>
        At(second, target.Sender.Role, text) with
        {
            Kind = MessageKind.Edit,
            MessageId = $"edit-{second}",
            TargetMessageId = target.MessageId,
            Analysis = Analysis(valence, null, []),
        };

    public static MessageAnalyzed Deletion(int second, MessageAnalyzed target) =>
        At(second, target.Sender.Role, "") with
        {
            Kind = MessageKind.Deletion,
            MessageId = $"deletion-{second}",
            TargetMessageId = target.MessageId,
        };

    public static TextAnalysis Analysis(double valence, string? intent, IReadOnlyList<string> signals) => new()
    {
        Language = "fr",
        LanguageConfidence = 0.9,
        Sentiment = valence < 0 ? Sentiment.Negative : valence > 0 ? Sentiment.Positive : Sentiment.Neutral,
        Valence = valence,
        Emotions = [new(valence < -0.5 ? Emotion.Anger : valence < 0 ? Emotion.Annoyance : valence > 0 ? Emotion.Joy : Emotion.Neutral, 1)],
        Intensity = valence == 0 ? 0 : 2,
        Intent = intent,
        Signals = signals,
        Scorer = "test/1",
    };

    private static MessageAnalyzed At(int second, SenderRole role, string text) => new()
    {
        Conversation = Conversation,
        MessageId = $"m-{second}",
        Kind = MessageKind.Message,
        Sender = role == SenderRole.Customer
            ? new Sender(role, "v-1", "Camille")
            : role == SenderRole.Advisor ? new Sender(role, "a-nadia", "Nadia") : new Sender(role),
        SentAt = Start.AddSeconds(second),
        Text = text,
    };
}
