using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>Measures a closed conversation from its record, by the definitions of docs/indicators.md.</summary>
public sealed class ConversationMeasurer(ISuggestionOutcomes suggestions, JourneyMap map, IOptions<IndicatorOptions> options) : IConversationMeasurer
{
    /// <summary>What a repeat adds to the effort: to say the same again costs about as much as three turns.</summary>
    public const int RepeatPoints = 3;

    /// <summary>What a transfer adds to the effort: another person has to be met, and often told.</summary>
    public const int TransferPoints = 5;

    /// <inheritdoc/>
    public ConversationMeasures Measure(ConversationRecord record)
    {
        var transcript = record.Transcript;
        var state = transcript.State;
        var waits = CustomerWaits.Of(transcript);
        var spans = AdvisorEngagement.Of(transcript, options.Value.LongestEngagement);
        var suggested = suggestions.Of(record);
        var phase = map.PhaseOf(state.Intent);
        var turns = Turns(transcript);
        var transfers = Transfers(transcript);
        var repeats = state.Signals.GetValueOrDefault(SignalNames.RepeatedQuestion);
        var journey = state.Journey.Scored > 0 ? state.Journey : null;
        return new ConversationMeasures
        {
            // A person's word wins.
            Outcome = Enum.TryParse<ConversationOutcome>(transcript.State.Corrections?.Outcome, out var corrected) ? corrected : OutcomeReading.Of(transcript),
            SuggestionUse = suggested.Use,
            Escalated = EscalationReading.Of(record, transfers),
            Transfers = transfers,
            FirstResponseSeconds = waits.FirstResponse is { } first ? Seconds(first) : null,
            WaitSeconds = Seconds(waits.Spans.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait)),
            Waits = waits.Spans.Count,
            LongestWaitSeconds = waits.Spans.Count == 0 ? 0 : Seconds(waits.Spans.Max()),
            EngagedSeconds = Seconds(spans.Aggregate(TimeSpan.Zero, (sum, span) => sum + (span.To - span.From))),
            EngagedSpans = spans,
            HeldSeconds = spans.Count == 0 ? 0 : Seconds(spans[^1].To - spans[0].From),
            Turns = turns,
            Repeats = repeats,
            Effort = turns + (RepeatPoints * repeats) + (TransferPoints * transfers),
            StartEmotion = journey?.Start,
            WorstEmotion = journey?.Worst,
            EndEmotion = journey?.Last,
            StartValence = journey?.StartValence,
            EndValence = journey?.LastValence,
            Turned = journey is null ? null : journey.Trigger is not null,
            Repaired = journey?.Trigger is null ? null : journey is { Repair: not null, Relapsed: false },
            ComplaintTreatment = ComplaintTreatment.Of(transcript, phase, waits),
            HeldOut = suggested.HeldOut,
            SuggestedAnswers = suggested.Answers,
            AcceptedAnswers = suggested.Accepted,
            VerbatimAnswers = suggested.Verbatim,
            Phase = phase,
            Entry = transcript.Conversation.Attributes?.EntryKind,
            SelfService = state is { AdvisorMessages: 0, BotMessages: > 0 } && !state.Signals.ContainsKey(SignalNames.WantsHuman),
        };
    }

    private static double Seconds(TimeSpan span) => Math.Round(span.TotalSeconds, 3);

    private static IEnumerable<TranscriptMessage> Spoken(ConversationTranscript transcript) =>
        transcript.Messages.Where(message => message.Kind == MessageKind.Message);

    private static int Turns(ConversationTranscript transcript)
    {
        var turns = 0;
        var before = SenderRole.Unknown;
        foreach (var message in Spoken(transcript).Where(message => message.Sender.Role is SenderRole.Customer or SenderRole.Advisor or SenderRole.Bot))
        {
            turns += message.Sender.Role == SenderRole.Customer && before != SenderRole.Customer ? 1 : 0;
            before = message.Sender.Role;
        }

        return turns;
    }

    private static int Transfers(ConversationTranscript transcript)
    {
        string[] advisors =
        [
            .. Spoken(transcript).Where(message => message.Sender is { Role: SenderRole.Advisor, Id: not null }).Select(message => message.Sender.Id!),
        ];
        return advisors.Zip(advisors.Skip(1)).Count(pair => pair.First != pair.Second);
    }
}
