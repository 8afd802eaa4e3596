using System.Globalization;
using System.Text;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Replay;
using Pipeline.Scoring.Intents;

namespace Pipeline.Benchmarks.Quality;

/// <summary>
/// Makes conversations by number: the same number makes the same one, whatever was made before. Three years of days with weeks and hours as a
/// desk has them, 40 advisors, 10 skills, 32 reasons, two brands, two languages, five channels, and feelings that go somewhere.
/// </summary>
internal sealed class ConversationMaker(IReadOnlyList<RecordedConversation> bundled)
{
    /// <summary>Messages of each conversation, its close and its rating among them.</summary>
    public const int Messages = 20;

    /// <summary>The day after the last one.</summary>
    public static readonly DateTimeOffset End = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How many days there are.</summary>
    public const int Days = 3 * 365;

    public static readonly string[] Brands = ["boreal", "cobalt"];
    public static readonly string[] Channels = ["web", "app", "whatsapp", "messenger", "email"];
    public static readonly string[] Skills =
        ["technical", "billing", "retention", "delivery", "fraud_security", "vulnerable_customer", "legal_complaint", "sales", "mobile", "tv"];

    public static readonly string[] Intents = [.. IntentNames.Ordered.Where(intent => intent != IntentNames.SmallTalk), "loyalty_offer", "roaming_abroad", "equipment_return", "line_transfer"];

    private static readonly string[] Signals = ["repeat_contact", "technical_depth", "wants_human", "broken_promise", "legal_threat", "chased_often", "high_amount", "failed_steps"];
    private static readonly string[] FirstNames = ["Nadia", "Paul", "Inès", "Marc", "Léa", "Omar", "Anna", "Hugo"];

    // By the hour of the day (UTC), a desk's day: nothing at night, peaks at ten and at five.
    private static readonly int[] Hours = [8, 9, 9, 10, 10, 10, 11, 11, 12, 13, 14, 14, 15, 15, 16, 16, 17, 17, 17, 18, 19];

    private readonly SyntheticWords _french = SyntheticWords.Of(bundled.Where(conversation => conversation.Language == "fr"));
    private readonly SyntheticWords _english = SyntheticWords.Of(bundled.Where(conversation => conversation.Language == "en"));

    /// <summary>The conversation of a number.</summary>
    public SyntheticConversation Make(int number)
    {
        var random = new Random(HashCode(number));
        var id = string.Create(CultureInfo.InvariantCulture, $"q-{number}");
        var french = random.Next(100) < 75;
        var intent = Intents[Zipf(random, Intents.Length)];
        var conversation = new Conversation
        {
            Key = ConversationKeys.Conversation("generic", "demo", id),
            Platform = "generic",
            Account = "demo",
            Id = id,
            Brand = Brands[random.Next(100) < 70 ? 0 : 1],
            Channel = Channels[Zipf(random, Channels.Length)],
            LanguageHint = french ? "fr" : "en",
            CustomerId = string.Create(CultureInfo.InvariantCulture, $"v-{random.Next(120_000)}"),
        };
        var course = Course(random, intent);
        var hard = random.Next(100) < 18;
        var advisorNumber = random.Next(40);
        var advisor = new SyntheticAdvisor(
            string.Create(CultureInfo.InvariantCulture, $"a-{advisorNumber}"), FirstNames[advisorNumber % FirstNames.Length], (AdvisorLevel)(advisorNumber % 3));
        var other = random.Next(100) < 9 ? new SyntheticAdvisor($"a-{(advisorNumber + 1) % 40}", FirstNames[(advisorNumber + 1) % FirstNames.Length], AdvisorLevel.Expert) : null;
        var suggestions = new Dictionary<string, IReadOnlyList<Suggestion>>(StringComparer.Ordinal);
        var feedback = new List<FeedbackEntry>();
        var messages = new List<MessageAnalyzed>(Messages);
        var rated = random.Next(100) < 60;
        var spoken = Messages - (rated ? 2 : 1);
        var at = StartOf(random);
        var pace = 15 + random.Next(60);
        List<Suggestion>? offered = null;
        for (var place = 0; place < spoken; place++)
        {
            at = at.AddSeconds(5 + random.Next(2 * pace));
            var isCustomer = place % 2 == 0;
            var sender = isCustomer
                ? new Sender(SenderRole.Customer, conversation.CustomerId, "Camille")
                : Advisor(other is not null && place > spoken / 2 ? other : advisor);
            var text = !isCustomer && offered is not null && random.Next(100) < 55 ? offered[0].Text : Text(random, french);
            var message = new MessageAnalyzed
            {
                Conversation = conversation,
                MessageId = string.Create(CultureInfo.InvariantCulture, $"{id}-{place}"),
                Kind = MessageKind.Message,
                Sender = sender,
                SentAt = at,
                Text = text,
                Analysis = isCustomer ? Analyse(random, text, french, course[place * course.Length / spoken], intent, hard && place == 0) : null,
            };
            messages.Add(message);
            if (isCustomer)
            {
                offered = place % 6 == 0 ? Offer(random, id, place, french) : null;
                if (offered is not null)
                {
                    suggestions[message.OrderKey] = offered;
                }
            }
        }

        if (End - at > TimeSpan.FromHours(12))
        {
            at = at.AddMinutes(1 + random.Next(30));
            messages.Add(Happening(conversation, id, "close", MessageKind.Close, SenderRole.System, at));
            if (rated)
            {
                var rating = Math.Clamp((int)Math.Round(3 + (2 * course[^1]) + random.NextDouble() - 0.5), 1, 5);
                messages.Add(Happening(conversation, id, "rating", MessageKind.Rating, SenderRole.Customer, at.AddMinutes(1)) with { Rating = rating });
            }
        }

        return new(messages, Decide(random, intent, hard, course), other ?? advisor, suggestions, feedback);
    }

    /// <summary>The skill that a reason needs.</summary>
    public static string SkillOf(string intent) => Skills[(int)(StableHash.Of(intent) % (uint)Skills.Length)];

    private static Sender Advisor(SyntheticAdvisor advisor) => new(SenderRole.Advisor, advisor.Id, advisor.FirstName);

    private static MessageAnalyzed Happening(Conversation conversation, string id, string what, MessageKind kind, SenderRole role, DateTimeOffset at) => new()
    {
        Conversation = conversation,
        MessageId = $"{id}-{what}",
        Kind = kind,
        Sender = new Sender(role, role == SenderRole.Customer ? conversation.CustomerId : null),
        SentAt = at,
        Text = "",
    };

    private static DateTimeOffset StartOf(Random random)
    {
        var day = random.Next(Days);
        var start = End.AddDays(-1 - day);
        if (start.DayOfWeek == DayOfWeek.Sunday && random.Next(100) < 70)
        {
            start = start.AddDays(-1 - random.Next(5));
        }

        return start.AddHours(Hours[random.Next(Hours.Length)]).AddMilliseconds(random.Next(3_600_000));
    }

    // Valences of the customer from the first message to the last; some reasons anger more than others.
    private static double[] Course(Random random, string intent)
    {
        var draw = random.Next(100) - (intent is "billing_dispute" or "service_complaint" or "outage" ? 12 : 0);
        return draw switch
        {
            < 8 => [-0.2, -0.5, -0.8, -0.9],
            < 28 => [-0.5, -0.7, 0.1, 0.6],
            < 36 => [-0.4, -0.4, -0.3, -0.4],
            < 44 => [0.2, 0.4, 0.6, 0.8],
            _ => [0, 0, 0.1, random.Next(3) == 0 ? 0.5 : 0],
        };
    }

    private static TextAnalysis Analyse(Random random, string text, bool french, double valence, string intent, bool hard)
    {
        var emotion = valence switch
        {
            <= -0.75 => Emotion.Anger,
            <= -0.45 => random.Next(2) == 0 ? Emotion.Annoyance : Emotion.Disappointment,
            < -0.1 => random.Next(3) == 0 ? Emotion.Fear : Emotion.Annoyance,
            >= 0.55 => random.Next(2) == 0 ? Emotion.Joy : Emotion.Gratitude,
            > 0.3 => Emotion.Gratitude,
            _ => Emotion.Neutral,
        };
        var words = text.Split(' ');
        return new()
        {
            Language = french ? "fr" : "en",
            LanguageConfidence = 0.95,
            Sentiment = valence < -0.1 ? Sentiment.Negative : valence > 0.3 ? Sentiment.Positive : Sentiment.Neutral,
            SentimentConfidence = 0.8,
            Valence = valence,
            Emotions = [new(emotion, 0.8)],
            Intensity = (int)Math.Round(Math.Abs(valence) * 3),
            Intent = intent,
            IntentConfidence = 0.7,
            Signals = hard ? [Signals[random.Next(Signals.Length)]] : [],
            Evidence = emotion == Emotion.Neutral ? [] : [new(words[0], valence / 2), new(words[^1], valence / 3)],
            Scorer = "synthetic/1",
        };
    }

    private static RoutingDecision Decide(Random random, string intent, bool hard, double[] course)
    {
        var signal = Signals[random.Next(Signals.Length)];
        return new()
        {
            Hard = hard,
            Difficulty = hard ? 3.5 + random.NextDouble() : random.NextDouble() * 2,
            Skill = SkillOf(intent),
            Level = hard ? 2 : 1,
            Urgent = random.Next(100) < 3,
            WantsPerson = random.Next(100) < 5,
            Reasons =
            [
                new(hard ? signal : "front_line", hard ? 2.5 : 0.5, $"Règle {signal}.", $"Rule {signal}."),
                .. course[0] < -0.3 ? new RoutingReason[] { new("negative_opening", 1, "Le client est mécontent.", "The customer is displeased.") } : [],
            ],
            RulesVersion = "synthetic-1",
        };
    }

    private List<Suggestion> Offer(Random random, string id, int place, bool french) =>
    [
        .. Enumerable.Range(0, 2).Select(rank => new Suggestion(
            string.Create(CultureInfo.InvariantCulture, $"{id}-{place}-{rank}"),
            Text(random, french),
            rank == 0 ? "explanation" : "question",
            string.Create(CultureInfo.InvariantCulture, $"phrase:{(french ? "fr" : "en")}-synthetic-{random.Next(500)}"),
            0.9 - (0.1 * rank),
            ["synthetic"])),
    ];

    private string Text(Random random, bool french)
    {
        var words = french ? _french : _english;
        var text = new StringBuilder();
        var length = 4 + random.Next(14);
        for (var word = 0; word < length; word++)
        {
            text.Append(word == 0 ? "" : " ").Append(random.Next(200) == 0 ? SyntheticWords.RareWord(random.Next(SyntheticWords.Rare)) : words.Next(random));
        }

        return text.Append('.').ToString();
    }

    private static int Zipf(Random random, int count) => Math.Min(count - 1, (int)(Math.Pow(count + 1, random.NextDouble()) - 1));

    private static int HashCode(int number) => (int)(StableHash.Of(string.Create(CultureInfo.InvariantCulture, $"quality|{number}")) & int.MaxValue);
}
