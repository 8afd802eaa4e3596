using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Library;

namespace Pipeline.Web.Knowledge;

/// <summary>What the endpoints of the knowledge loop do first: who asks, with what, and that it is written down.</summary>
internal static class Entrance
{
    /// <summary>Lets a change in: role, name and body; what was read is written down as a change of a place, before it is made.</summary>
    public static async Task<(T? Order, string By, ProblemAnswer? Problem)> ChangeAsync<T>(
        HttpRequest request,
        string endpoint,
        string place,
        JsonTypeInfo<T> type,
        Func<T, ProblemAnswer?> check,
        CancellationToken cancellationToken,
        params string[] known)
        where T : class
    {
        if (Gate.Refuse(request, endpoint) is { } refusal)
        {
            return (null, "", refusal);
        }

        var query = Actor.Query(request, known);
        var by = Actor.Name(request, query);
        if (query.Problem is { } wrong)
        {
            return (null, "", wrong);
        }

        var (order, problem) = await TextBody.ReadAsync(request, type, cancellationToken);
        problem ??= check(order!);
        return problem is null && !await Audit(request).WriteChangeAsync(Gate.Entered(request), place, endpoint, cancellationToken)
            ? (null, by, LibraryProblems.AuditUnavailable())
            : (problem is null ? order : null, by, problem);
    }

    /// <summary>Answers with what quotes customers: once it is written down who reads it.</summary>
    public static async Task<IResult> ReadAsync<T>(
        HttpRequest request, string endpoint, string place, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        await Audit(request).WriteAsync(Gate.Entered(request), place, endpoint, cancellationToken)
            ? new JsonAnswer<T>(value, type)
            : Problems.AuditUnavailable();

    /// <summary>A service.</summary>
    public static T Get<T>(this HttpRequest request)
        where T : notnull => request.HttpContext.RequestServices.GetRequiredService<T>();

    private static ReadingAudit Audit(HttpRequest request) => request.Get<ReadingAudit>();
}
