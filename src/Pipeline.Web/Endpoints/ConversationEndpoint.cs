using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>One conversation, for the advisor who has it before them. Who reads it is written down first.</summary>
public static class ConversationEndpoint
{
    /// <summary>The conversation, whole: messages, feelings, suggestions, routing.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        var (transcript, problem) = await ReadAsync(request, "Conversation", key, cancellationToken);
        return transcript is null
            ? problem!
            : new JsonAnswer<ConversationTranscript>(transcript, PipelineJson.Default.ConversationTranscript);
    }

    /// <summary>Only the suggestions for the customer's last message that has some. Their reasons quote the customer.</summary>
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

        var services = request.HttpContext.RequestServices;
        if (!KeyParameter.IsWellFormed(key)
            || await services.GetRequiredService<ITranscripts>().ReadAsync(key, cancellationToken) is not { } transcript)
        {
            return (null, Problems.ConversationUnknown());
        }

        var caller = Gate.Entered(request);
        if (caller?.MayRead(transcript.Assignment?.Decision.Skill) == false)
        {
            return (null, Problems.SkillMissing());
        }

        return await services.GetRequiredService<ReadingAudit>().WriteAsync(caller, key, endpoint, cancellationToken)
            ? (transcript, null)
            : (null, Problems.AuditUnavailable());
    }
}
