using Microsoft.Extensions.Logging;
using Pipeline.Ports;
using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Knowledge;

/// <summary>The articles in force, in memory, by language. A list that has not changed is the same object, so that an index of it can be kept.</summary>
public sealed class KnowledgeLibrary(ITables tables, TimeProvider clock, ILogger<KnowledgeLibrary> logger)
    : SnapshotLibrary<ArticleDraft, Article, IReadOnlyList<Article>>(ArticleTable.Instance, tables, clock, logger)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Article> Index(string language, IReadOnlyList<Article> texts) => texts;
}
