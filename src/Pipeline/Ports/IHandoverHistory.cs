using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Tells how a conversation went from hand to hand.</summary>
public interface IHandoverHistory
{
    /// <summary>Every change of the advisor who holds it, in order: a pure function of the record.</summary>
    IReadOnlyList<HandoverPassage> Passages(ConversationRecord record);
}

/// <summary>A conversation went from one advisor to another.</summary>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="FromAdvisorId">Who had it.</param>
/// <param name="ToAdvisorId">Who got it.</param>
/// <param name="Skill">The trade that it needed then.</param>
/// <param name="Level">The least level of it.</param>
/// <param name="Asked">Whether somebody asked for it; otherwise the messages needed it.</param>
public sealed record HandoverPassage(
    DateTimeOffset At, HandoverReason Reason, string FromAdvisorId, string ToAdvisorId, string Skill, int Level, bool Asked);
