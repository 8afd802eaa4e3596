using Pipeline.Suggestions.Candidates;

namespace Pipeline.Suggestions.Knowledge;

/// <summary>The articles of a language that are in force.</summary>
/// <param name="Articles">The articles.</param>
/// <param name="Candidates">The same as replies that may be suggested.</param>
public sealed record IndexedArticles(IReadOnlyList<Article> Articles, CandidateCollection Candidates);
