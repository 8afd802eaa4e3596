using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Access;

/// <summary>Decides who may act on a conversation: those who may call the endpoint and may read what needs its skill.</summary>
internal static class ConversationGate
{
    /// <summary>The answer to a caller who may not go on; null for one who may. A read more only for keys with skills.</summary>
    /// <param name="request">The request.</param>
    /// <param name="endpoint">The endpoint's name in <see cref="RouteTable"/>.</param>
    /// <param name="key">The key of the conversation, as it stands in the address.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ProblemAnswer?> RefuseAsync(
        HttpRequest request, string endpoint, string key, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, endpoint) is { } refusal)
        {
            return refusal;
        }

        if (!KeyParameter.IsWellFormed(key))
        {
            return Problems.ConversationUnknown();
        }

        return Gate.Entered(request) is { HasSkills: true } caller
            && !caller.MayRead(await request.HttpContext.RequestServices.GetRequiredService<ITranscripts>().ReadSkillAsync(key, cancellationToken))
            ? Problems.SkillMissing()
            : null;
    }
}
