using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Routing;
using Pipeline.Routing.Rules;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Library;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Reads and edits the routing rules.</summary>
public static class RoutingRulesEndpoint
{
    /// <summary>The most bytes of a body: some times what can be kept.</summary>
    public const int MaxBytes = 128 * 1024;

    private const string AuditPlace = "routing~rules";

    /// <summary>The rules in force.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Refuse(request, "RoutingRules") is { } refusal ? refusal : Answer(request, await Editor(request).ReadAsync(cancellationToken));

    /// <summary>The versions that are kept.</summary>
    public static async Task<IResult> GetVersionsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(request, "RoutingRulesVersions") is { } refusal)
        {
            return refusal;
        }

        var inForce = await Editor(request).ReadAsync(cancellationToken);
        return new JsonAnswer<RoutingRulesVersions>(
            new(inForce.Rules.Version, await Editor(request).VersionsAsync(cancellationToken)), WebJson.Default.RoutingRulesVersions);
    }

    /// <summary>One version.</summary>
    public static async Task<IResult> GetVersionAsync(HttpRequest request, string version, CancellationToken cancellationToken)
    {
        if (Refuse(request, "RoutingRulesVersion") is { } refusal)
        {
            return refusal;
        }

        // What cannot be a name never reaches the tables, which refuse some signs.
        return Messages.ConversationKeys.Safe(version) == version && await Editor(request).FindAsync(version, cancellationToken) is { } stored
            ? Answer(request, stored)
            : RoutingProblems.VersionUnknown();
    }

    /// <summary>Puts rules in force.</summary>
    public static async Task<IResult> PutAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "ChangeRoutingRules") is { } refusal)
        {
            return refusal;
        }

        var query = Actor.Query(request);
        var author = Actor.Name(request, query);
        if (query.Problem is { } wrong)
        {
            return wrong;
        }

        var (rules, problem) = await ReadBodyAsync(request, cancellationToken);
        if (rules is null)
        {
            return problem!;
        }

        var before = await Editor(request).ReadAsync(cancellationToken);
        if (request.Headers.IfMatch.Count == 0)
        {
            return LibraryProblems.IfMatchMissing();
        }

        if (request.Headers.IfMatch != TextTag.Of(before.ETag))
        {
            return RoutingProblems.Of(RulesRefusal.Changed);
        }

        var services = request.HttpContext.RequestServices;
        if (!await services.GetRequiredService<ReadingAudit>()
            .WriteChangeAsync(Gate.Entered(request), AuditPlace, "ChangeRoutingRules", cancellationToken))
        {
            return LibraryProblems.AuditUnavailable();
        }

        if (await Editor(request).SaveAsync(rules, before, author, cancellationToken) is { } notSaved)
        {
            return RoutingProblems.Of(notSaved);
        }

        services.GetRequiredService<RoutingRulesSource>().Refresh();
        return Answer(request, await Editor(request).ReadAsync(cancellationToken));
    }

    private static ProblemAnswer? Refuse(HttpRequest request, string endpoint) =>
        Gate.Refuse(request, endpoint) ?? new QueryReader(request.Query).Problem;

    private static RulesEditor Editor(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<RulesEditor>();

    private static async Task<(RoutingRules? Rules, ProblemAnswer? Problem)> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return (null, Problems.MediaTypeUnsupported());
        }

        using var content = await BodyReader.ReadAsync(request, MaxBytes, cancellationToken);
        if (content is null)
        {
            return (null, LibraryProblems.TooLarge(MaxBytes));
        }

        try
        {
            return (RoutingRulesReader.Read(Encoding.UTF8.GetString(content.Bytes.Span), "body"), null);
        }
        catch (RoutingRulesException exception)
        {
            return (null, RoutingProblems.Invalid(exception.Faults));
        }
    }

    private static JsonAnswer<RoutingRulesAnswer> Answer(HttpRequest request, StoredRules stored)
    {
        var tag = TextTag.Of(stored.ETag);
        request.HttpContext.Response.Headers.ETag = tag;
        return new(new(stored.Rules, tag, stored.SavedAt, stored.SavedBy), WebJson.Default.RoutingRulesAnswer);
    }
}
