using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>One conversation, for the advisor who has it before them.</summary>
public static class ConversationEndpoint
{
    /// <summary>The conversation, whole: messages, feelings, suggestions, routing.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, string key, CancellationToken cancellationToken) =>
        await ReadAsync(request, key, cancellationToken) is { } transcript
            ? new JsonAnswer<ConversationTranscript>(transcript, PipelineJson.Default.ConversationTranscript)
            : Problems.ConversationUnknown();

    /// <summary>Only the suggestions for the customer's last message that has some.</summary>
    public static async Task<IResult> GetSuggestionsAsync(HttpRequest request, string key, CancellationToken cancellationToken) =>
        await ReadAsync(request, key, cancellationToken) is { } transcript
            ? new JsonAnswer<SuggestionsAnswer>(SuggestionsAnswer.From(transcript), WebJson.Default.SuggestionsAnswer)
            : Problems.ConversationUnknown();

    private static Task<ConversationTranscript?> ReadAsync(HttpRequest request, string key, CancellationToken cancellationToken) =>
        KeyParameter.IsWellFormed(key)
            ? request.HttpContext.RequestServices.GetRequiredService<ITranscripts>().ReadAsync(key, cancellationToken)
            : Task.FromResult<ConversationTranscript?>(null);
}
