using Microsoft.Extensions.Logging;
using Pipeline.Ports;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Knowledge;

/// <summary>Fills the table of articles from the program's own.</summary>
public sealed class ArticleSeed(ITables tables, ILogger<ArticleSeed> logger)
    : LibrarySeed<ArticleDraft, Article>(ArticleTable.Instance, tables, logger)
{
    /// <summary>The program's own articles, in every language.</summary>
    /// <exception cref="InvalidArticleException">An article is wrong; the message names file, article and field.</exception>
    public static IReadOnlyList<Article> Articles() =>
    [
        .. PhraseWords.Languages.SelectMany(language =>
            SeedFile.ReadEmbedded(ArticleTable.Instance, PhraseJson.Default.ListArticleDraft, $"articles.{language}.json")),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<Article> Texts() => Articles();
}
