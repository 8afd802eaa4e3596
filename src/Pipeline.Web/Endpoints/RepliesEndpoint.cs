using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Replies;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Library;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>The replies that advisors sent before: read by everybody who answers customers, taken back by quality teams and administrators.</summary>
public static class RepliesEndpoint
{
    /// <summary>The most replies of one page.</summary>
    public const int MaxLimit = 500;

    /// <summary>The replies of a page when the query does not say.</summary>
    public const int DefaultLimit = 100;

    // The brand of conversations that have none.
    private const string NoBrand = "default";

    /// <summary>A page of a brand and a language: <c>brand</c>, <c>language</c>, <c>after</c>, <c>limit</c>.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Replies") is { } refusal)
        {
            return refusal;
        }

        var query = new QueryReader(request.Query, "brand", "language", "after", "limit");
        var (brand, language) = (query.Text("brand") ?? NoBrand, query.Text("language") ?? PhraseWords.Languages[0]);
        var after = query.Text("after") ?? "";
        var limit = query.Number("limit", 1, MaxLimit, DefaultLimit);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (!PhraseWords.Languages.Contains(language))
        {
            return Problems.QueryInvalid("language", $"one of {string.Join(", ", PhraseWords.Languages)}");
        }

        var found = (await Store(request).ListAsync(brand, language, cancellationToken))
            .Where(reply => string.CompareOrdinal(reply.Id, after) > 0)
            .Take(limit + 1)
            .ToList();
        return new JsonAnswer<ReplyPage>(
            new([.. found.Take(limit)], found.Count > limit ? found[limit - 1].Id : null), WebJson.Default.ReplyPage);
    }

    /// <summary>Takes a reply back for good.</summary>
    public static async Task<IResult> PostRetireAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "RetireReply") is { } refusal)
        {
            return refusal;
        }

        var query = Actor.Query(request);
        var name = Actor.Name(request, query);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        // What can't be an id never reaches the tables, which refuse some signs.
        if (!ReplyIdentity.IsId(id))
        {
            return LibraryProblems.ReplyUnknown();
        }

        var services = request.HttpContext.RequestServices;
        if (!await services.GetRequiredService<ReadingAudit>()
            .WriteChangeAsync(Gate.Entered(request), $"{ReplyIdentity.SourceKind}~{id}", "RetireReply", cancellationToken))
        {
            return LibraryProblems.AuditUnavailable();
        }

        var retired = await Store(request).RetireAsync(id, name, cancellationToken);
        if (retired.Reply is null)
        {
            return LibraryProblems.ReplyUnknown();
        }

        if (retired.WasRetired)
        {
            return LibraryProblems.Of(EditRefusal.Retired);
        }

        services.GetRequiredService<ReplyLibrary>().Refresh();
        return new JsonAnswer<AcceptedReply>(retired.Reply, WebJson.Default.AcceptedReply);
    }

    private static AcceptedReplyStore Store(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<AcceptedReplyStore>();
}
