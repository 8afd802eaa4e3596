namespace Pipeline.Messages;

/// <summary>
/// What a colleague of another trade answered to an advisor who has a conversation. It is for colleagues alone: the customer never sees it, and
/// nothing on the path sends it. Masked as it is stored.
/// </summary>
/// <param name="Id">Names the request that it answers.</param>
/// <param name="At">When it was answered.</param>
/// <param name="Skill">The trade that was asked.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="Question">What was asked.</param>
/// <param name="AnsweredBy">Who answered.</param>
/// <param name="Answer">The answer.</param>
public sealed record InternalNote(
    string Id, DateTimeOffset At, string Skill, string AskedBy, string Question, string AnsweredBy, string Answer);
