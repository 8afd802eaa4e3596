using Pipeline.Suggestions.Replies;

namespace Pipeline.Web.Answers;

/// <summary>Past replies of one brand and language, by id.</summary>
/// <param name="Replies">The replies.</param>
/// <param name="Next">What to give as <c>after</c> for the page that follows; null on the last.</param>
public sealed record ReplyPage(IReadOnlyList<AcceptedReply> Replies, string? Next);
