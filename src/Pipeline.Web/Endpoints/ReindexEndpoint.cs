using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Makes the index of transcripts again, for administrators: a slice with each call.</summary>
public static class ReindexEndpoint
{
    /// <summary>Does some seconds of it: <c>continuation</c> from the slice before; without one it begins.</summary>
    public static async Task<IResult> PostAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "ReindexTranscripts") is { } refusal)
        {
            return refusal;
        }

        var query = new QueryReader(request.Query, "continuation");
        var continuation = query.Text("continuation");
        if (query.Problem is { } problem)
        {
            return problem;
        }

        try
        {
            var slice = await request.HttpContext.RequestServices.GetRequiredService<ITranscriptReindex>().RunAsync(continuation, cancellationToken);
            return new JsonAnswer<ReindexSlice>(slice, PipelineJson.Default.ReindexSlice);
        }
        catch (FormatException) when (continuation is not null)
        {
            return Problems.QueryInvalid("continuation", "what the slice before gave as its continuation");
        }
    }
}
