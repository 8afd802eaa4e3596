using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Web.Endpoints;

namespace Pipeline.Functions;

// The endpoints of whole transcripts and exports.
public static partial class HttpFunctions
{
    /// <summary>Transcripts as rows.</summary>
    [Function("ExportTranscripts")]
    public static Task<IResult> ExportTranscriptsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "transcripts/export")] HttpRequest request,
        CancellationToken cancellationToken) => ExportEndpoint.GetAsync(request, cancellationToken);

    /// <summary>The columns of exports.</summary>
    [Function("ExportColumns")]
    public static Task<IResult> ExportColumnsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "transcripts/export/columns")] HttpRequest request,
        CancellationToken cancellationToken) => ExportEndpoint.GetColumnsAsync(request, cancellationToken);

    /// <summary>A conversation with all that is known of it.</summary>
    [Function("Transcript")]
    public static Task<IResult> TranscriptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "transcripts/{key}")] HttpRequest request, string key,
        CancellationToken cancellationToken) => WholeTranscriptEndpoint.GetAsync(request, key, cancellationToken);
}
