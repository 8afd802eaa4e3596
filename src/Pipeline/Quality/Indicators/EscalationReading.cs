using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>
/// Whether a conversation was raised: the level that it needs rose after the first decision, somebody handed it over for a higher level, the customer asked for
/// a manager, or a legal complaint came of it that was none at first.
/// </summary>
internal static class EscalationReading
{
    private const string HandoverPrefix = "handover-";
    private const string LegalSkill = "legal_complaint";

    public static bool Of(ConversationRecord record)
    {
        var transcript = record.Transcript;
        RoutingDecision[] decisions = [.. transcript.Messages.Select(message => message.Decision).OfType<RoutingDecision>()];
        return transcript.State.Signals.ContainsKey(SignalNames.WantsManager)
            || (decisions.Length > 0 && Array.Exists(decisions, decision => Rose(decisions[0], decision)))
            || record.Under(HandoverPrefix).Any(row => row.Text("Reason") == nameof(HandoverReason.HigherLevel));
    }

    private static bool Rose(RoutingDecision first, RoutingDecision later) =>
        later.Level > first.Level || (later.Skill == LegalSkill && first.Skill != LegalSkill);
}
