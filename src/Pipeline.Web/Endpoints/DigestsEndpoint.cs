using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.Messages;
using Pipeline.Quality.Knowledge.Digests;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Knowledge;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>The digests: what became of questions, answers and non-answers, for all who asked or met them.</summary>
public static class DigestsEndpoint
{
    /// <summary>The digests, newest first: <c>team</c>.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Digests") is { } refusal)
        {
            return refusal;
        }

        var query = new QueryReader(request.Query, "team");
        var team = query.Text("team");
        return query.Problem is { } problem
            ? problem
            : new JsonAnswer<DigestsAnswer>(
                new([.. (await request.Get<DigestStore>().ListAsync(cancellationToken)).Where(digest => team is null || digest.Team == team)]),
                KnowledgeWebJson.Default.DigestsAnswer);
    }

    /// <summary>One digest: <c>format</c> (json or text), for text <c>language</c> (fr or en).</summary>
    public static async Task<IResult> GetOneAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Digest") is { } refusal)
        {
            return refusal;
        }

        var query = new QueryReader(request.Query, "format", "language");
        var (format, language) = (query.Text("format") ?? "json", query.Text("language") ?? "fr");
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (format is not ("json" or "text"))
        {
            return Problems.QueryInvalid("format", "json or text");
        }

        if (language is not ("fr" or "en"))
        {
            return Problems.QueryInvalid("language", "fr or en");
        }

        if (ConversationKeys.Safe(id) != id || await request.Get<DigestStore>().FindAsync(id, cancellationToken) is not { } digest)
        {
            return KnowledgeProblems.DigestUnknown();
        }

        if (format == "json")
        {
            return await Entrance.ReadAsync(request, "Digest", $"digest~{id}", digest, KnowledgeWebJson.Default.Digest, cancellationToken);
        }

        return await request.Get<ReadingAudit>().WriteAsync(Gate.Entered(request), $"digest~{id}", "Digest", cancellationToken)
            ? new FileAnswer(Encoding.UTF8.GetBytes(DigestText.Of(digest, language)), "text/plain; charset=utf-8", $"digest-{id}.txt")
            : Problems.AuditUnavailable();
    }
}
