using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Knowledge;

/// <summary>An article is not fit for the library.</summary>
/// <param name="origin">The file or table it comes from.</param>
/// <param name="articleId">Its id; null when it has none.</param>
/// <param name="field">The field that is wrong.</param>
/// <param name="problem">What is wrong with it and what would be right.</param>
public sealed class InvalidArticleException(string origin, string? articleId, string field, string problem)
    : InvalidTextException(origin, "article", articleId, field, problem);
