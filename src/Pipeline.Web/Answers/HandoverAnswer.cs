using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Web.Answers;

/// <summary>A conversation that was handed over.</summary>
/// <param name="Id">The id of the hand-over.</param>
/// <param name="Status">Where the conversation stands: an advisor has it, or it waits for a place.</param>
/// <param name="Next">Who goes on with it.</param>
public sealed record HandoverAnswer(string Id, AssignmentStatus Status, HandoverNext Next)
{
    /// <summary>What the assignment says.</summary>
    public static HandoverAnswer From(string id, AssignmentView view) =>
        new(id, view.Status, new(view.AdvisorFirstName, view.Decision.Skill, view.Decision.Level));
}
