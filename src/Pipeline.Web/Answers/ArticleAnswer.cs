using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Knowledge;

namespace Pipeline.Web.Answers;

/// <summary>An article as the library holds it.</summary>
/// <param name="Status">Where its newest version stands.</param>
/// <param name="ETag">The state it is in, to send as If-Match with an edit.</param>
/// <param name="Article">Its newest version.</param>
/// <param name="InForce">The version that is suggested today; null when none is.</param>
/// <param name="History">The versions before the newest, oldest first; null in a list.</param>
public sealed record ArticleAnswer(
    EditingStatus Status,
    string ETag,
    ArticleDraft Article,
    ArticleDraft? InForce,
    IReadOnlyList<ArticleDraft>? History = null);

/// <summary>Articles of one language, by id.</summary>
/// <param name="Articles">The articles.</param>
/// <param name="Next">What to give as <c>after</c> for the page that follows; null on the last.</param>
public sealed record ArticlePage(IReadOnlyList<ArticleAnswer> Articles, string? Next);
