using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing.Handover;

/// <summary>The last time that a conversation changed hands. A function of its assignment and of where it stands.</summary>
/// <param name="Id">Names the transfer, and the row that notes its card as told.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record HandoverPoint(string Id, HandoverReason Reason, DateTimeOffset At)
{
    /// <summary>The last transfer: from another advisor, or from a bot; null while there was none.</summary>
    public static HandoverPoint? Of(Assignment assignment, ConversationStanding standing)
    {
        var (fromAdvisor, fromBot) = (FromAdvisor(assignment), FromBot(assignment, standing));
        var last = string.CompareOrdinal(fromBot?.Place, fromAdvisor?.Place) > 0 ? fromBot : fromAdvisor;
        return last is null
            ? null
            : new(
                ConversationKeys.BusId("handover", standing.Conversation.Key, last.Place, last.Giver, assignment.View?.AdvisorId ?? ""),
                last.Reason,
                last.At);
    }

    private static Change? FromAdvisor(Assignment assignment)
    {
        Change? change = null;
        string? holder = null;
        RoutingNeed? held = null;
        HandoverReason? asked = null;
        foreach (var step in assignment.Steps)
        {
            asked ??= step.Reason;
            if (step.AdvisorId is { } advisor)
            {
                if (holder is not null && holder != advisor)
                {
                    change = new(step.From, "advisor", asked ?? ReasonOf(held!, step.Need, assignment.View?.Returned), AskedAt(assignment, step) ?? TimeOf(step.From));
                }

                (holder, held, asked) = (advisor, step.Need, null);
            }
        }

        return change;
    }

    // From the bot, when the word went to a person by a wish or an act, and a bot was the last of the service to write before.
    private static Change? FromBot(Assignment assignment, ConversationStanding standing)
    {
        var floor = standing.Floor;
        if (floor is not { Holder: FloorHolder.Human, Cause: not FloorCause.AdvisorWrote } || standing.State.BotMessages == 0)
        {
            return null;
        }

        var before = standing.State.Window.LastOrDefault(turn => turn.Role is SenderRole.Advisor or SenderRole.Bot
            && string.CompareOrdinal(Staleness.OrderOf(turn), floor.Since) <= 0);
        if (before is not { Role: SenderRole.Bot })
        {
            return null;
        }

        var asked = assignment.Handovers is [.., var last] ? last : null;
        return floor.Cause switch
        {
            FloorCause.HandedOver when asked is not null => new(floor.Since, "bot", asked.Reason, asked.At),
            FloorCause.PersonWanted => new(floor.Since, "bot", HandoverReason.CustomerAsked, TimeOf(floor.Since)),
            _ => new(floor.Since, "bot", HandoverReason.BeyondBot, TimeOf(floor.Since)),
        };
    }

    internal static HandoverReason ReasonOf(RoutingNeed before, RoutingNeed after, ReturnReason? returned) =>
        before.Skill != after.Skill ? HandoverReason.OtherSkill
        : before.Level < after.Level ? HandoverReason.HigherLevel
        : before.Language != after.Language ? HandoverReason.Language
        : returned == ReturnReason.AdvisorGone ? HandoverReason.EndOfShift
        : HandoverReason.Capacity;

    internal static DateTimeOffset? AskedAt(Assignment assignment, AssignmentStep step) => step.Reason is { } reason
        ? assignment.Handovers.LastOrDefault(handover => handover.After == step.From && handover.Reason == reason)?.At
        : null;

    // The time is the first part of a place.
    internal static DateTimeOffset TimeOf(string place) => new(
        DateTime.ParseExact(place.AsSpan(0, 22), "yyyyMMdd'T'HHmmssfffffff", CultureInfo.InvariantCulture), TimeSpan.Zero);

    private sealed record Change(string Place, string Giver, HandoverReason Reason, DateTimeOffset At);
}
