using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing.Handover;

/// <summary>Reads from the steps of an assignment how the conversation went from hand to hand.</summary>
public sealed class HandoverHistory : IHandoverHistory
{
    /// <inheritdoc/>
    public IReadOnlyList<HandoverPassage> Passages(ConversationRecord record) =>
        record.Rows.TryGetValue(ConversationRowKeys.Assignment, out var row) ? Passages(Assignment.Read(row)) : [];

    private static List<HandoverPassage> Passages(Assignment assignment)
    {
        var passages = new List<HandoverPassage>();
        AssignmentStep? held = null;
        HandoverReason? asked = null;
        foreach (var step in assignment.Steps)
        {
            asked ??= step.Reason;
            if (step.AdvisorId is not { } advisor)
            {
                continue;
            }

            if (held is { AdvisorId: { } holder } && holder != advisor)
            {
                passages.Add(new(
                    HandoverPoint.AskedAt(assignment, step) ?? HandoverPoint.TimeOf(step.From),
                    asked ?? HandoverPoint.ReasonOf(held.Need, step.Need, assignment.View?.Returned),
                    holder,
                    advisor,
                    step.Need.Skill,
                    step.Need.Level,
                    asked is not null));
            }

            (held, asked) = (step, null);
        }

        return passages;
    }
}
