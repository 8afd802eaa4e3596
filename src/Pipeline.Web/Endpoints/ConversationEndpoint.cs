using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>One conversation, for the advisor who has it before them.</summary>
public static class ConversationEndpoint
{
    /// <summary>The conversation, whole: messages, feelings, suggestions, routing. Who reads it is written down first.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        var (transcript, problem) = await ReadAsync(request, "Conversation", key, cancellationToken);
        if (transcript is null)
        {
            return problem!;
        }

        var audit = request.HttpContext.RequestServices.GetRequiredService<ReadingAudit>();
        return Gate.Entered(request) is not { } caller || await audit.WriteAsync(caller, key, cancellationToken)
            ? new JsonAnswer<ConversationTranscript>(transcript, PipelineJson.Default.ConversationTranscript)
            : Problems.AuditUnavailable();
    }

    /// <summary>Only the suggestions for the customer's last message that has some.</summary>
    public static async Task<IResult> GetSuggestionsAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        var (transcript, problem) = await ReadAsync(request, "Suggestions", key, cancellationToken);
        return transcript is null
            ? problem!
            : new JsonAnswer<SuggestionsAnswer>(SuggestionsAnswer.From(transcript), WebJson.Default.SuggestionsAnswer);
    }

    private static async Task<(ConversationTranscript? Transcript, ProblemAnswer? Problem)> ReadAsync(
        HttpRequest request, string endpoint, string key, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, endpoint) is { } refusal)
        {
            return (null, refusal);
        }

        var transcripts = request.HttpContext.RequestServices.GetRequiredService<ITranscripts>();
        if (!KeyParameter.IsWellFormed(key) || await transcripts.ReadAsync(key, cancellationToken) is not { } transcript)
        {
            return (null, Problems.ConversationUnknown());
        }

        return Gate.Entered(request)?.MayRead(transcript.Assignment?.Decision.Skill) == false
            ? (null, Problems.SkillMissing())
            : (transcript, null);
    }
}
