using Microsoft.Extensions.Logging;
using Pipeline.Ports;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Knowledge;

/// <summary>The articles in force, in memory, by language, and indexed as replies that may be suggested.</summary>
public sealed class KnowledgeLibrary(ITables tables, TimeProvider clock, ILogger<KnowledgeLibrary> logger)
    : SnapshotLibrary<ArticleDraft, Article, IndexedArticles>(ArticleTable.Instance, tables, clock, logger), ICandidateSource
{
    /// <inheritdoc/>
    public async ValueTask<CandidateCollection?> CandidatesAsync(string language, string brand, CancellationToken cancellationToken) =>
        (await ReadAsync(language, cancellationToken))?.Candidates;

    /// <inheritdoc/>
    protected override IndexedArticles Index(string language, IReadOnlyList<Article> texts) =>
        new(texts, CandidateCollection.Of(language, texts.Select(ReplyCandidate.Of)));
}
