using Pipeline.Messages;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>Tells the moment of a conversation from its whole state, not from its last line alone.</summary>
internal static class MomentReading
{
    /// <summary>A customer whose questions stand unanswered for so long is waiting, whether or not they say so.</summary>
    private static readonly TimeSpan LongSilence = TimeSpan.FromMinutes(4);

    /// <summary>An "ok" in a longer message is not what the message is about.</summary>
    private const int ShortMessage = 8;

    public static Moment Of(MessageScored scored, string language, Mood mood)
    {
        var state = scored.State;
        var analysis = scored.Message.Analysis;
        var cues = MomentCues.For(language);
        var texts = TextReadings.In(language);
        var words = texts.Read(scored.Message.Text).Folded;
        var asks = scored.Message.Text.TrimEnd().EndsWith('?');
        var content = mood is Mood.Pleased or Mood.Calm or Mood.Confused;

        if (analysis is not null && (analysis.Signals.Contains("wants_human") || analysis.Intent == "human_request"))
        {
            return Moment.WantsHuman;
        }

        if (IsWaiting(scored, texts, cues, words))
        {
            return Moment.Waiting;
        }

        if (state.AdvisorMessages == 0)
        {
            return Moment.Opening;
        }

        if (content && !asks && cues.SaySolved(words))
        {
            return Moment.Solved;
        }

        if (content && !asks && (cues.SayParting(words) || analysis?.Intent == "thanks_feedback"))
        {
            return Moment.Parting;
        }

        var isShort = words.AsSpan().Count(' ') < ShortMessage;
        if (!content || asks || !isShort || !cues.SayAcknowledging(words))
        {
            return Moment.Working;
        }

        // "Merci" after "bonne soirée" takes leave; after "je lance un test" it does not.
        var lastTold = state.Window.LastOrDefault(turn => turn.Role != SenderRole.Customer);
        return lastTold is not null && cues.SayParting(texts.Read(lastTold.Text).Folded) ? Moment.Parting : Moment.Acknowledging;
    }

    /// <summary>Waiting for us, that is: who says "still waiting" about a refund or a parcel has a matter, and it is answered first.</summary>
    private static bool IsWaiting(MessageScored scored, TextReadings texts, MomentCues cues, string words)
    {
        if (cues.SayWaiting(words))
        {
            return scored.Message.Analysis?.Intent is null or "small_talk_other" or "service_complaint";
        }

        // Who said "je reviens" kept us waiting, not the other way round.
        var unanswered = scored.State.Window.Reverse().TakeWhile(turn => turn.Role == SenderRole.Customer).ToArray();
        return unanswered.Length > 1
            && scored.Message.SentAt - unanswered[^1].SentAt >= LongSilence
            && !unanswered.Skip(1).Any(turn => cues.SayAcknowledging(texts.Read(turn.Text).Folded));
    }
}
