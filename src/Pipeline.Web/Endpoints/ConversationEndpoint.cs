using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Speaking;
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
        var (transcript, problem) = await ReadAsync(
            request,
            "Conversation",
            key,
            request.HttpContext.RequestServices.GetRequiredService<ITranscripts>().ReadAsync,
            transcript => transcript.Assignment,
            cancellationToken);
        return transcript is null
            ? problem!
            : new JsonAnswer<ConversationTranscript>(transcript, PipelineJson.Default.ConversationTranscript);
    }

    /// <summary>
    /// Only the suggestions for the customer's last message that has some, and whether they may still be used. Their reasons quote the customer.
    /// </summary>
    public static async Task<IResult> GetSuggestionsAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        var (view, problem) = await ReadAsync(
            request,
            "Suggestions",
            key,
            request.HttpContext.RequestServices.GetRequiredService<SuggestionDesk>().ReadAsync,
            view => view.Standing.Assignment,
            cancellationToken);
        return view is null ? problem! : new JsonAnswer<SuggestionsAnswer>(SuggestionsAnswer.From(view), WebJson.Default.SuggestionsAnswer);
    }

    private static async Task<(T? Found, ProblemAnswer? Problem)> ReadAsync<T>(
        HttpRequest request,
        string endpoint,
        string key,
        Func<string, CancellationToken, Task<T?>> readAsync,
        Func<T, AssignmentView?> assignmentOf,
        CancellationToken cancellationToken)
        where T : class
    {
        if (Gate.Refuse(request, endpoint) is { } refusal)
        {
            return (null, refusal);
        }

        if (!KeyParameter.IsWellFormed(key) || await readAsync(key, cancellationToken) is not { } found)
        {
            return (null, Problems.ConversationUnknown());
        }

        var caller = Gate.Entered(request);
        if (caller?.MayRead(assignmentOf(found)?.Decision.Skill) == false)
        {
            return (null, Problems.SkillMissing());
        }

        return await request.HttpContext.RequestServices.GetRequiredService<ReadingAudit>().WriteAsync(caller, key, endpoint, cancellationToken)
            ? (found, null)
            : (null, Problems.AuditUnavailable());
    }
}
