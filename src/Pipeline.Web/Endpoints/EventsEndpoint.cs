using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Events;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>
/// Live changes as server-sent events: they say which conversation changed, and the watcher reads it. An advisor's key with skills is told of
/// the conversations that it may read, and of no other.
/// </summary>
public static class EventsEndpoint
{
    /// <summary>The changes of one conversation; of one that does not exist yet, from its first message on.</summary>
    public static async Task<IResult> GetOneAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "ConversationEvents") is { } refusal)
        {
            return refusal;
        }

        if (!KeyParameter.IsWellFormed(key))
        {
            return Problems.ConversationUnknown();
        }

        var mayTell = MayTell(request);
        return mayTell is null || await mayTell(key, cancellationToken)
            ? new ChangeStream(Gate.Entered(request), key, mayTell, cancellationToken)
            : Problems.SkillMissing();
    }

    /// <summary>The changes of all conversations.</summary>
    public static Task<IResult> GetAllAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<IResult>(
            Gate.Refuse(request, "Events") is { } refusal ? refusal
            : new ChangeStream(Gate.Entered(request), null, MayTell(request), cancellationToken));

    /// <summary>Asked at each change, for a conversation can be routed to another skill at any time.</summary>
    private static Func<string, CancellationToken, Task<bool>>? MayTell(HttpRequest request)
    {
        if (Gate.Entered(request) is not { HasSkills: true } caller)
        {
            return null;
        }

        var transcripts = request.HttpContext.RequestServices.GetRequiredService<ITranscripts>();
        return async (key, token) => caller.MayRead(await transcripts.ReadSkillAsync(key, token));
    }
}
