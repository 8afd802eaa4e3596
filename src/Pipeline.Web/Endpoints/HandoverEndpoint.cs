using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Messages;
using Pipeline.Routing.Handover;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Handing a conversation over, and what the next advisor needs. The card quotes the customer: who reads it is written down first.</summary>
public static class HandoverEndpoint
{
    /// <summary>The card as it stands now.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        if (await ConversationGate.RefuseAsync(request, "HandoverCard", key, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var services = request.HttpContext.RequestServices;
        if (await services.GetRequiredService<HandoverDesk>().ReadCardAsync(key, cancellationToken) is not { } card)
        {
            return Problems.ConversationUnknown();
        }

        return await services.GetRequiredService<ReadingAudit>().WriteAsync(Gate.Entered(request), key, "HandoverCard", cancellationToken)
            ? new JsonAnswer<HandoverCard>(card, WebJson.Default.HandoverCard)
            : Problems.AuditUnavailable();
    }

    /// <summary>Hands it over.</summary>
    public static async Task<IResult> PostAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        if (await ConversationGate.RefuseAsync(request, "HandOver", key, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var (order, problem) = await HandoverReader.ReadAsync(request, cancellationToken);
        return order is null
            ? problem!
            : await request.HttpContext.RequestServices.GetRequiredService<HandoverDesk>().HandOverAsync(key, order, cancellationToken) switch
            {
                HandoverTaken.Done { View: var view } => new JsonAnswer<HandoverAnswer>(
                    HandoverAnswer.From(order.Id, view), WebJson.Default.HandoverAnswer),
                HandoverTaken.Impossible { Obstacle: var obstacle } => Problems.HandoverImpossible(obstacle),
                HandoverTaken.NobodyHas { Skills: var skills } => Problems.BodyInvalid(
                    order.Skill is null ? "level" : "skill",
                    skills.Count == 0
                        ? "No advisor has that level of anything."
                        : $"No advisor has that at that level; at that level there are {string.Join(", ", skills)}."),
                _ => Problems.ConversationUnknown(),
            };
    }
}
