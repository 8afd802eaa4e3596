using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Web.Endpoints;

namespace Pipeline.Functions;

// The endpoints of the index of transcripts.
public static partial class HttpFunctions
{
    /// <summary>A slice of making the index again.</summary>
    [Function("ReindexTranscripts")]
    public static Task<IResult> ReindexTranscriptsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "transcripts/reindex")] HttpRequest request,
        CancellationToken cancellationToken) => ReindexEndpoint.PostAsync(request, cancellationToken);
}
