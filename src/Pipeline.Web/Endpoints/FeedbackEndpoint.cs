using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Suggestions.Feedback;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>What advisors do with suggestions. A suggestion that is about to be used is refused here when it has become stale.</summary>
public static class FeedbackEndpoint
{
    /// <summary>Keeps feedback on a conversation that the advisor may read.</summary>
    public static async Task<IResult> PostAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        if (await ConversationGate.RefuseAsync(request, "Feedback", key, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var (given, problem) = await FeedbackReader.ReadAsync(request, cancellationToken);
        return given is null
            ? problem!
            : await request.HttpContext.RequestServices.GetRequiredService<FeedbackRecorder>().RecordAsync(key, given, cancellationToken) switch
            {
                FeedbackTaken.Kept { Entry: var entry } => new JsonAnswer<FeedbackAnswer>(
                    new(entry.Id, entry.Kind, entry.At, entry.Distance), WebJson.Default.FeedbackAnswer),
                FeedbackTaken.Refused { Reason: var reason } => Problems.SuggestionWithdrawn(reason),
                FeedbackTaken.SuggestionUnknown => Problems.SuggestionUnknown(),
                _ => Problems.ConversationUnknown(),
            };
    }
}
