using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Library;

/// <summary>How articles are answered.</summary>
internal sealed class ArticleTexts() : TextEndpoint<ArticleDraft, Article>(ArticleTable.Instance)
{
    /// <inheritdoc/>
    protected override IResult Page(HttpRequest request, IReadOnlyList<StoredText<ArticleDraft, Article>> texts, string? next) =>
        new JsonAnswer<ArticlePage>(new([.. texts.Select(text => Short(request, text))], next), WebJson.Default.ArticlePage);

    /// <inheritdoc/>
    protected override async Task<IResult> WholeAsync(
        HttpRequest request, StoredText<ArticleDraft, Article> stored, int status, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.ETag = TextTag.Of(stored.ETag);
        var history = await Editor(request).HistoryAsync(stored.Newest.Language, stored.Newest.Id, cancellationToken);
        var answer = Short(request, stored) with { History = [.. history.Select(version => version.Written)] };
        return new JsonAnswer<ArticleAnswer>(answer, WebJson.Default.ArticleAnswer, status);
    }

    /// <inheritdoc/>
    protected override void Refresh(IServiceProvider services) => services.GetRequiredService<KnowledgeLibrary>().Refresh();

    private static ArticleAnswer Short(HttpRequest request, StoredText<ArticleDraft, Article> stored) => new(
        stored.Newest.Written.Status, TextTag.Of(stored.ETag), stored.Newest.Written, stored.InForce(Today(request))?.Written);
}
