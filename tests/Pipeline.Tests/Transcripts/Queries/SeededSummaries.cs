using System.Globalization;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Transcripts.Index;

namespace Pipeline.Tests.Transcripts.Queries;

/// <summary>Conversations as a centre has them, drawn from a seed: some things are common, some rare, some open.</summary>
internal sealed class SeededSummaries(int seed)
{
    public static readonly DateTimeOffset Start = new(2024, 1, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] Intents = ["internet_trouble", "billing_dispute", "delivery", "cancellation", "outage", "compliment"];

    private readonly Random _random = new(seed);
    private int _number;

    /// <summary>The next one, which started at a time.</summary>
    public ConversationSummary Next(DateTimeOffset startedAt)
    {
        var closed = _random.Next(20) > 0;
        var turned = closed && _random.Next(4) == 0;
        return new ConversationSummary
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"generic~demo~c-{_number++}"),
            StartedAt = startedAt,
            ClosedAt = closed ? startedAt.AddMinutes(20) : null,
            Platform = "generic",
            Brand = Skewed("boreal", "lumo", "sable"),
            Channel = Skewed("web", "app", "whatsapp"),
            Language = Skewed("fr", "en", "und"),
            Intent = _random.Next(10) == 0 ? null : Skewed(Intents),
            Hard = _random.Next(8) == 0,
            Urgent = _random.Next(20) == 0,
            Skill = Skewed("general", "technical", "billing", "legal_complaint"),
            AdvisorId = _random.Next(10) == 0 ? null : $"a-{_random.Next(40)}",
            StartEmotion = Skewed(Emotion.Neutral, Emotion.Annoyance, Emotion.Fear),
            WorstEmotion = Skewed(Emotion.Neutral, Emotion.Annoyance, Emotion.Anger, Emotion.Sadness),
            EndEmotion = closed ? Skewed(Emotion.Neutral, Emotion.Gratitude, Emotion.Joy, Emotion.Anger) : null,
            TriggerCause = turned ? Skewed(TriggerCause.Wait, TriggerCause.Refusal, TriggerCause.Tone) : null,
            Arc = closed ? Skewed(ConversationArc.Calm, ConversationArc.Repair, ConversationArc.RisingAnger) : null,
            Thanked = closed ? _random.Next(3) == 0 : null,
            Messages = closed ? 8 : null,
            Rating = closed && _random.Next(5) == 0 ? 1 + _random.Next(5) : null,
            EntryKind = _random.Next(3) == 0 ? Skewed(EntryKind.Button, EntryKind.Page, EntryKind.Proactive) : null,
            HardReason = closed && _random.Next(10) == 0 ? "repeat_contact" : null,
            Measures = closed ? Measures() : null,
        };
    }

    /// <summary>A question that a conversation of this kind may meet.</summary>
    public TranscriptQuery Query(int days)
    {
        var wanted = Next(Start);
        return new TranscriptQuery
        {
            From = Some(4) ? Start.AddDays(_random.Next(days)) : null,
            Before = Some(4) ? Start.AddDays(_random.Next(1, days + 1)) : null,
            Brand = Some(5) ? wanted.Brand : null,
            Channel = Some(8) ? wanted.Channel : null,
            Language = Some(8) ? wanted.Language : null,
            Skill = Some(4) ? wanted.Skill : null,
            AdvisorId = Some(8) ? wanted.AdvisorId : null,
            Intent = Some(4) ? wanted.Intent : null,
            StartEmotion = Some(8) ? wanted.StartEmotion : null,
            WorstEmotion = Some(4) ? wanted.WorstEmotion : null,
            EndEmotion = Some(8) ? wanted.EndEmotion : null,
            Arc = Some(8) ? wanted.Arc : null,
            TriggerCause = Some(8) ? wanted.TriggerCause : null,
            Thanked = Some(8) ? wanted.Thanked : null,
            Outcome = Some(5) ? wanted.Measures?.Outcome : null,
            Hard = Some(8) ? wanted.Hard : null,
            HardReason = Some(10) ? wanted.HardReason : null,
            Urgent = Some(10) ? wanted.Urgent : null,
            Escalated = Some(8) ? wanted.Measures?.Escalated : null,
            Transferred = Some(8) ? wanted.Measures?.Transfers > 0 : null,
            SuggestionUse = Some(8) ? wanted.Measures?.SuggestionUse : null,
            RatingMin = Some(10) ? 2 : null,
            RatingMax = Some(8) ? 3 : null,
            EntryKind = Some(8) ? wanted.EntryKind : null,
            Open = Some(10) ? wanted.ClosedAt is null : null,
        };
    }

    /// <summary>Puts a conversation into the index.</summary>
    public static Task WriteAsync(InMemoryTables tables, ConversationSummary summary, string? customerHash = null)
    {
        var row = SummaryRow.From(summary);
        return tables.ApplyAsync(
            TableNames.Transcripts,
            row.PartitionKey,
            [.. IndexRows.Changes(summary.Key, null, IndexEntry.Of(summary, customerHash, row), row)],
            TestContext.Current.CancellationToken);
    }

    private SummaryMeasures Measures() => new()
    {
        Outcome = Skewed(ConversationOutcome.Resolved, ConversationOutcome.Unknown, ConversationOutcome.Unresolved, ConversationOutcome.Unanswered),
        SuggestionUse = Skewed(SuggestionUse.None, SuggestionUse.Shown, SuggestionUse.Used, SuggestionUse.Edited),
        Escalated = Some(15),
        Transfers = Some(6) ? 1 : 0,
        WaitSeconds = 60,
        Repeats = 0,
        Effort = 3,
        Phase = "assistance",
        SelfService = false,
    };

    private bool Some(int oneIn) => _random.Next(oneIn) == 0;

    // Each is half as frequent as the one before.
    private T Skewed<T>(params T[] values)
    {
        var index = 0;
        while (index < values.Length - 1 && _random.Next(2) == 0)
        {
            index++;
        }

        return values[index];
    }
}
