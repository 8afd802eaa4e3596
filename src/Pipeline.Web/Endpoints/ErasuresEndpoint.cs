using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Protection.Erasure;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Erasures with their receipts: they name nobody but by keyed hashes.</summary>
public static class ErasuresEndpoint
{
    /// <summary>The most erasures of one page.</summary>
    public const int MaxLimit = 200;

    /// <summary>The erasures of a page when the query does not say.</summary>
    public const int DefaultLimit = 50;

    /// <summary>A page, newest first: <c>limit</c>, <c>continuation</c> (from the page before).</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Erasures") is { } refusal)
        {
            return refusal;
        }

        var query = new QueryReader(request.Query, "limit", "continuation");
        var limit = query.Number("limit", 1, MaxLimit, DefaultLimit);
        var continuation = query.Text("continuation");
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (continuation is not null && !KeyParameter.IsPart(continuation))
        {
            return Problems.QueryInvalid("continuation", "what the page before gave as its continuation");
        }

        var page = await Ledger(request).ListAsync(limit, continuation, cancellationToken);
        return new JsonAnswer<ErasuresAnswer>(
            new(page, page.Count == limit ? page[^1].Id : null), ProtectionWebJson.Default.ErasuresAnswer);
    }

    /// <summary>One erasure.</summary>
    public static async Task<IResult> GetOneAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Erasure") is { } refusal)
        {
            return refusal;
        }

        return KeyParameter.IsPart(id) && await Ledger(request).FindAsync(id, cancellationToken) is { } status
            ? new JsonAnswer<ErasureStatus>(status, ProtectionWebJson.Default.ErasureStatus)
            : Problems.ErasureUnknown();
    }

    private static ErasureLedger Ledger(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<ErasureLedger>();
}
