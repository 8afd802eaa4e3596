using Pipeline.Messages;

namespace Pipeline.Transcripts.Journey;

/// <summary>
/// Follows the customer's feeling from message to message. Pure, and what it keeps has a bounded size: the journey of a thousand messages is made
/// as that of ten.
/// </summary>
internal static class JourneyFold
{
    /// <summary>The version of the rules: raised with every change of them, so that journeys are made again and not half by one, half by the other.</summary>
    public const int Rules = 2;

    // Of 0.3 to 1, and 0.2 to 1 of it for a message without feeling, these told best at which messages the mood is down.
    private const double NewestWeight = 0.5;
    private const double UnfeelingWeight = 0.2;
    private const double SlowWeight = 0.15;

    /// <summary>The journey after a message of an advisor or a bot: the feeling stays as it was.</summary>
    /// <param name="before">The state before it.</param>
    /// <param name="message">The message.</param>
    /// <param name="language">The language of the conversation.</param>
    public static EmotionalJourney AfterService(ConversationState before, MessageAnalyzed message, string language)
    {
        var memory = before.Journey.Memory;
        var acts = ServiceReader.Read(message.Text, before.Window, JourneyCues.Of(language));
        var turn = new ServiceTurn(TurnOf(before), message.MessageId, PlainText.LengthOf(message.Text));
        var silence = before.Window.Count == 0 ? 0 : Seconds(message.SentAt - before.LastAt);
        return before.Journey with
        {
            Memory = memory.CustomerLast
                ? memory with
                {
                    AnswerBefore = memory.Answer,
                    Answer = ServiceReader.Add(null, turn, acts, silence),
                    CalmBetween = memory.CalmSince,
                    CalmSince = true,
                    CustomerLast = false,
                }
                : memory with { Answer = ServiceReader.Add(memory.Answer, turn, acts, silence) },
        };
    }

    /// <summary>The journey after a message of the customer.</summary>
    /// <param name="before">The state before it.</param>
    /// <param name="analysis">What was found in it.</param>
    /// <param name="message">The message.</param>
    /// <param name="language">The language of the conversation.</param>
    public static EmotionalJourney AfterCustomer(ConversationState before, TextAnalysis analysis, MessageAnalyzed message, string language)
    {
        var journey = Felt(before.Journey, analysis);
        var reading = CustomerReading.Of(before, analysis, message, language);
        var certainty = DispleasureScale.Weigh(reading);
        var turn = TurnOf(before);
        if (journey.Trigger is null)
        {
            journey = certainty > 0.5 ? journey with { Trigger = Trigger(reading, message, turn, certainty) } : journey;
        }
        else if (journey.Repair is null)
        {
            journey = LiftRule.Shows(reading) && LiftRule.Credit(journey.Memory, journey.Trigger.Turn) is { } credited
                ? journey with { Repair = Repair(journey.Trigger, credited, message, turn, analysis) }
                : journey;
        }
        else
        {
            journey = journey with { Relapsed = journey.Relapsed || certainty > 0.5 };
        }

        return Remember(Celebrate(journey, reading, message, turn), reading);
    }

    private static EmotionalJourney Felt(EmotionalJourney before, TextAnalysis analysis)
    {
        var first = before.Scored == 0;
        var worst = first || analysis.Valence < before.WorstValence;
        var expressed = analysis.DominantEmotion != Emotion.Neutral;
        var weight = expressed ? NewestWeight : UnfeelingWeight;
        var smoothed = first ? analysis.Valence : Toward(before.Smoothed, analysis.Valence, weight);
        var slow = first ? analysis.Valence : Toward(before.Memory.Slow, analysis.Valence, SlowWeight);
        return before with
        {
            Start = before.Start ?? (expressed ? analysis.DominantEmotion : null),
            StartValence = first ? analysis.Valence : before.StartValence,
            Worst = worst ? analysis.DominantEmotion : before.Worst,
            WorstValence = worst ? analysis.Valence : before.WorstValence,
            Last = analysis.DominantEmotion,
            LastValence = analysis.Valence,
            Smoothed = smoothed,
            Trend = Math.Round(smoothed - slow, 4),
            NegativeStreak = analysis.Sentiment == Sentiment.Negative ? before.NegativeStreak + 1 : 0,
            PositiveStreak = analysis.Sentiment == Sentiment.Positive ? before.PositiveStreak + 1 : 0,
            Scored = before.Scored + 1,
            Memory = before.Memory with { Slow = slow },
        };
    }

    private static TriggerTurn Trigger(CustomerReading reading, MessageAnalyzed message, int turn, double certainty) => new(
        turn, message.MessageId, message.SentAt, TriggerCauses.Of(reading), reading.Analysis.DominantEmotion, reading.Analysis.Valence,
        Math.Round(certainty, 3), reading.Answer?.Last.MessageId, Seconds(TriggerCauses.Silence(reading)));

    private static RepairTurn Repair(TriggerTurn trigger, ServiceTurn credited, MessageAnalyzed message, int turn, TextAnalysis analysis) => new(
        credited.Turn, credited.MessageId, turn, message.MessageId, Math.Round(Math.Max(0, analysis.Valence - trigger.Valence), 3));

    private static EmotionalJourney Celebrate(EmotionalJourney journey, CustomerReading reading, MessageAnalyzed message, int turn)
    {
        var thanked = Gladness.IsMeantThanks(reading);
        var delights = Gladness.IsDelight(reading)
            ? [.. journey.Delights.TakeLast(EmotionalJourney.MostDelights - 1), new(turn, message.MessageId, reading.Answer?.Last.MessageId)]
            : journey.Delights;
        return journey with
        {
            Delights = delights,
            Thanked = thanked || journey.Memory.ThanksLast,
            Memory = journey.Memory with { ThanksLast = thanked },
        };
    }

    private static EmotionalJourney Remember(EmotionalJourney journey, CustomerReading reading)
    {
        var memory = journey.Memory;
        var feeling = reading.Analysis.DominantEmotion;
        var turned = journey.Trigger is not null;
        var calm = reading.Analysis.Valence > LiftRule.Displeased || feeling == Emotion.Surprise;
        return journey with
        {
            Memory = memory with
            {
                CustomerLast = true,
                CalmSince = memory.CalmSince && calm,
                AngerSince = memory.AngerSince + (turned && feeling is Emotion.Anger or Emotion.Annoyance or Emotion.Disappointment ? 1 : 0),
                RageSince = memory.RageSince + (turned && feeling == Emotion.Anger ? 1 : 0),
                FearSince = memory.FearSince + (turned && feeling == Emotion.Fear ? 1 : 0),
            },
        };
    }

    /// <summary>Which turn comes next: all that customer, advisors and bots wrote is counted, from 0.</summary>
    internal static int TurnOf(ConversationState before) => before.CustomerMessages + before.AdvisorMessages + before.BotMessages;

    private static double Toward(double from, double to, double weight) => Math.Round((from * (1 - weight)) + (to * weight), 4);

    private static int Seconds(TimeSpan span) => (int)Math.Clamp(span.TotalSeconds, 0, int.MaxValue);
}
