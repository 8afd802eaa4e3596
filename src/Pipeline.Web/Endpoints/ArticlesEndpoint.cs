using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Web.Library;

namespace Pipeline.Web.Endpoints;

/// <summary>The articles: read and proposed by everybody who answers customers, changed by quality teams and administrators.</summary>
public static class ArticlesEndpoint
{
    private static readonly ArticleTexts Texts = new();

    private static readonly TextFiles<ArticleDraft, Article> Files =
        new(ArticleTable.Instance, "articles", services => services.GetRequiredService<KnowledgeLibrary>().Refresh());

    /// <summary>A page of a language: <c>language</c>, <c>status</c>, <c>intent</c>, <c>after</c>, <c>limit</c>.</summary>
    public static Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Texts.ListAsync(request, "Articles", cancellationToken);

    /// <summary>Proposes an article: a draft until a peer approves it.</summary>
    public static Task<IResult> PostAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Texts.ProposeAsync(request, "ProposeArticle", cancellationToken);

    /// <summary>All articles as a file: <c>format</c>, <c>language</c>.</summary>
    public static Task<IResult> GetExportAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Files.ExportAsync(request, "ExportArticles", cancellationToken);

    /// <summary>Takes a file in: <c>check</c>.</summary>
    public static Task<IResult> PostImportAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Files.ImportAsync(request, "ImportArticles", cancellationToken);

    /// <summary>One article with its history.</summary>
    public static Task<IResult> GetOneAsync(HttpRequest request, string language, string id, CancellationToken cancellationToken) =>
        Texts.GetAsync(request, "Article", language, id, cancellationToken);

    /// <summary>Changes an article: a draft until a peer approves it.</summary>
    public static Task<IResult> PutOneAsync(HttpRequest request, string language, string id, CancellationToken cancellationToken) =>
        Texts.ChangeAsync(request, "ChangeArticle", language, id, cancellationToken);

    /// <summary>Takes an article back.</summary>
    public static Task<IResult> DeleteOneAsync(HttpRequest request, string language, string id, CancellationToken cancellationToken) =>
        Texts.RetireAsync(request, "RetireArticle", language, id, cancellationToken);

    /// <summary>Approves the draft of a colleague.</summary>
    public static Task<IResult> PostApproveAsync(HttpRequest request, string language, string id, CancellationToken cancellationToken) =>
        Texts.ApproveAsync(request, "ApproveArticle", language, id, cancellationToken);
}
