using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Quality.Review.Scorecards;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Library;

namespace Pipeline.Web.Requests;

/// <summary>A request of quality review that was let in: who asks, and for what page.</summary>
internal sealed class ReviewRequest
{
    /// <summary>The most entries of a page.</summary>
    public const int MaxLimit = 100;

    /// <summary>The entries of a page when the query does not say.</summary>
    public const int DefaultLimit = 50;

    private readonly HttpRequest _request;

    private ReviewRequest(HttpRequest request, QueryReader query)
    {
        _request = request;
        Query = query;
        Caller = Actor.Name(request, query);
    }

    /// <summary>The query.</summary>
    public QueryReader Query { get; }

    /// <summary>Who asks.</summary>
    public string Caller { get; }

    /// <summary>Whether the caller is of a quality team or an administrator, or nobody has to say who they are.</summary>
    public bool IsQuality => Gate.Entered(_request)?.Role is null or Roles.Quality or Roles.Administrator;

    /// <summary>Lets a request in.</summary>
    public static (ReviewRequest? Entered, ProblemAnswer? Refusal) Enter(HttpRequest request, string endpoint, params string[] known)
    {
        if (Gate.Refuse(request, endpoint) is { } refusal)
        {
            return (null, refusal);
        }

        var entered = new ReviewRequest(request, Actor.Query(request, known));
        return entered.Query.Problem is { } wrong ? (null, wrong) : (entered, null);
    }

    /// <summary>Lets a request about a conversation in.</summary>
    public static async Task<(ReviewRequest? Entered, ProblemAnswer? Refusal)> EnterAsync(
        HttpRequest request, string endpoint, string key, CancellationToken cancellationToken)
    {
        if (await ConversationGate.RefuseAsync(request, endpoint, key, cancellationToken) is { } refusal)
        {
            return (null, refusal);
        }

        var entered = new ReviewRequest(request, Actor.Query(request));
        return entered.Query.Problem is { } wrong ? (null, wrong) : (entered, null);
    }

    /// <summary>A service.</summary>
    public T Service<T>()
        where T : notnull => _request.HttpContext.RequestServices.GetRequiredService<T>();

    /// <summary>The page that is asked for, or what is wrong with it.</summary>
    public (int Limit, string? Continuation, ProblemAnswer? Problem) Page()
    {
        var limit = Query.Number("limit", 1, MaxLimit, DefaultLimit);
        var continuation = Query.Text("continuation");
        return (limit, continuation, Query.Problem
            ?? (continuation is null || IsKey(continuation) ? null : Problems.QueryInvalid("continuation", "what the page before gave as its continuation")));
    }

    /// <summary>Writes down that something is read, before it is shown.</summary>
    public async Task<ProblemAnswer?> ReadAsync(string place, string endpoint, CancellationToken cancellationToken) =>
        await Service<ReadingAudit>().WriteAsync(Gate.Entered(_request), place, endpoint, cancellationToken) ? null : Problems.AuditUnavailable();

    /// <summary>Writes down that something is changed, before it is.</summary>
    public async Task<ProblemAnswer?> ChangeAsync(string place, string endpoint, CancellationToken cancellationToken) =>
        await Service<ReadingAudit>().WriteChangeAsync(Gate.Entered(_request), place, endpoint, cancellationToken)
            ? null
            : LibraryProblems.AuditUnavailable();

    /// <summary>Whether something can stand in a table's key: what cannot never reaches the tables, which refuse some signs.</summary>
    public static bool IsKey(string text) =>
        text.Length <= 400 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-' or '~' or '@' or '+' or ':' or '=');

    /// <summary>Whether it can be an id of what belongs to reviews.</summary>
    public static bool IsId(string text) => ScorecardCheck.IsName(text) || (text.Length is > 0 and < 200 && IsKey(text));
}
