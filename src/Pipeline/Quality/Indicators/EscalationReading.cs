using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>
/// Whether a conversation was raised: somebody handed it over for a higher level, the level that it needs rose and another advisor had it then, the customer
/// asked for a manager, or a legal complaint came of it that was none at first. A level that rose while one advisor kept it is no escalation: it took
/// longer to see what the matter was.
/// </summary>
internal static class EscalationReading
{
    private const string HandoverPrefix = "handover-";
    private const string LegalSkill = "legal_complaint";

    public static bool Of(ConversationRecord record, int transfers)
    {
        var transcript = record.Transcript;
        RoutingDecision[] decisions = [.. transcript.Messages.Select(message => message.Decision).OfType<RoutingDecision>()];
        return transcript.State.Signals.ContainsKey(SignalNames.WantsManager)
            || (decisions.Length > 0 && Array.Exists(decisions, decision => Rose(decisions[0], decision, transfers)))
            || record.Under(HandoverPrefix).Any(row => row.Text("Reason") == nameof(HandoverReason.HigherLevel));
    }

    private static bool Rose(RoutingDecision first, RoutingDecision later, int transfers) =>
        (transfers > 0 && later.Level > first.Level) || (later.Skill == LegalSkill && first.Skill != LegalSkill);
}
