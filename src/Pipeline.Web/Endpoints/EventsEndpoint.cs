using Microsoft.AspNetCore.Http;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Events;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Live changes as server-sent events: they say which conversation changed, and the watcher reads it.</summary>
public static class EventsEndpoint
{
    /// <summary>The changes of one conversation; of one that does not exist yet, from its first message on.</summary>
    public static Task<IResult> GetOneAsync(HttpRequest request, string key, CancellationToken cancellationToken) =>
        Task.FromResult<IResult>(Gate.Refuse(request, "ConversationEvents") is { } refusal ? refusal
            : KeyParameter.IsWellFormed(key) ? new ChangeStream(key, cancellationToken)
            : Problems.ConversationUnknown());

    /// <summary>The changes of all conversations.</summary>
    public static Task<IResult> GetAllAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<IResult>(Gate.Refuse(request, "Events") is { } refusal ? refusal : new ChangeStream(null, cancellationToken));
}
