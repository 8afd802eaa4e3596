using Pipeline.Messages;

namespace Pipeline.Web.Answers;

/// <summary>Feedback that was kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What the advisor did.</param>
/// <param name="At">When it was first told.</param>
/// <param name="Distance">How much of the suggestion was changed, 0 to 1; null where no text was given.</param>
public sealed record FeedbackAnswer(string Id, FeedbackKind Kind, DateTimeOffset At, double? Distance);
