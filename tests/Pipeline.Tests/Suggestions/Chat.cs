using Pipeline.Messages;

namespace Pipeline.Tests.Suggestions;

/// <summary>Writes a conversation turn by turn and makes of it what the scoring stages would hand to the suggestion stage.</summary>
internal sealed class Chat(string language, string brand = "boreal", string channel = "web")
{
    private readonly List<MessageAnalyzed> _messages = [];
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public string? CustomerFirstName { get; init; } = "Camille";

    public string AdvisorFirstName { get; init; } = "Nadia";

    public string? LanguageHint { get; init; }

    public string? StateLanguage { get; init; }

    public Chat Customer(string text, string? intent = null, Emotion emotion = Emotion.Neutral, double minutes = 0.5, params string[] signals)
    {
        Add(text, new Sender(SenderRole.Customer, "c", CustomerFirstName), minutes, new TextAnalysis
        {
            Language = language,
            LanguageConfidence = 1,
            Sentiment = ValenceOf(emotion) switch { < -0.3 => Sentiment.Negative, > 0 => Sentiment.Positive, _ => Sentiment.Neutral },
            Valence = ValenceOf(emotion),
            Emotions = [new(emotion, 0.9)],
            Intensity = emotion == Emotion.Neutral ? 0 : 2,
            Intent = intent,
            Signals = signals,
            Scorer = "test/1",
        });
        return this;
    }

    public Chat Advisor(string text, double minutes = 0.5)
    {
        Add(text, new Sender(SenderRole.Advisor, "a", AdvisorFirstName), minutes, null);
        return this;
    }

    /// <summary>The last message, scored.</summary>
    public MessageScored Scored(int? position = null)
    {
        var customers = _messages.Where(message => message.Analysis is not null).ToArray();
        var advisors = _messages.Where(message => message.Sender.Role == SenderRole.Advisor).ToArray();
        var intents = customers.Select(message => message.Analysis!.Intent).OfType<string>().ToArray();
        var last = _messages[^1];
        return new MessageScored
        {
            Conversation = last.Conversation,
            Message = last,
            State = new ConversationState
            {
                Position = position ?? _messages.Count,
                LastKey = last.OrderKey,
                StartedAt = _messages[0].SentAt,
                LastAt = last.SentAt,
                Language = StateLanguage ?? language,
                CustomerFirstName = CustomerFirstName,
                AdvisorFirstName = advisors.Length > 0 ? AdvisorFirstName : null,
                CustomerMessages = customers.Length,
                AdvisorMessages = advisors.Length,
                Window =
                [
                    .. _messages.TakeLast(ConversationState.WindowSize).Select(message => new Turn
                    {
                        MessageId = message.MessageId,
                        Role = message.Sender.Role,
                        SentAt = message.SentAt,
                        Text = message.Text[..Math.Min(Turn.MaxText, message.Text.Length)],
                        Intent = message.Analysis?.Intent,
                    }),
                ],
                Intents = intents.CountBy(intent => intent).ToDictionary(),
                Intent = intents.Length == 0 ? null : intents.CountBy(intent => intent).MaxBy(entry => entry.Value).Key,
                Signals = customers.SelectMany(message => message.Analysis!.Signals).CountBy(signal => signal).ToDictionary(),
                Journey = JourneyOf(customers),
            },
        };
    }

    private static EmotionalJourney JourneyOf(MessageAnalyzed[] customers) => new()
    {
        Last = customers.Length == 0 ? null : customers[^1].Analysis!.DominantEmotion,
        Smoothed = customers.Aggregate(0.0, (smoothed, message) => (smoothed + message.Analysis!.Valence) / 2),
        NegativeStreak = customers.Reverse().TakeWhile(message => message.Analysis!.Sentiment == Sentiment.Negative).Count(),
        Scored = customers.Length,
    };

    private static double ValenceOf(Emotion emotion) => emotion switch
    {
        Emotion.Anger => -0.9,
        Emotion.Annoyance or Emotion.Disappointment or Emotion.Sadness or Emotion.Fear => -0.6,
        Emotion.Confusion => -0.2,
        Emotion.Joy or Emotion.Gratitude => 0.7,
        _ => 0,
    };

    private void Add(string text, Sender sender, double minutes, TextAnalysis? analysis)
    {
        _now += TimeSpan.FromMinutes(minutes);
        _messages.Add(new MessageAnalyzed
        {
            Conversation = new Conversation
            {
                Key = "generic~main~7",
                Platform = "generic",
                Account = "main",
                Id = "7",
                Brand = brand,
                Channel = channel,
                LanguageHint = LanguageHint,
            },
            MessageId = $"m{_messages.Count + 1}",
            Kind = MessageKind.Message,
            Sender = sender,
            SentAt = _now,
            Text = text,
            Analysis = analysis,
        });
    }
}
