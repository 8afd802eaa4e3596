using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Transcripts.Provenance;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>One conversation with all that is known of it, for quality teams. Who reads it is written down first.</summary>
public static class WholeTranscriptEndpoint
{
    /// <summary>
    /// Messages with scores and evidence, edits, suggestions and what became of them, where each sentence of an advisor came from, routing with its
    /// reasons, hand-overs, feedback, and the hash chain with its verdict.
    /// </summary>
    public static async Task<IResult> GetAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Transcript") is { } refusal)
        {
            return refusal;
        }

        var services = request.HttpContext.RequestServices;
        if (!KeyParameter.IsWellFormed(key)
            || await services.GetRequiredService<WholeTranscripts>().ReadAsync(key, cancellationToken) is not { } found)
        {
            return Problems.ConversationUnknown();
        }

        return await services.GetRequiredService<ReadingAudit>().WriteAsync(Gate.Entered(request), key, "Transcript", cancellationToken)
            ? new JsonAnswer<WholeTranscript>(found, ProvenanceJson.Default.WholeTranscript)
            : Problems.AuditUnavailable();
    }
}
