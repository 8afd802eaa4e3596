using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Who has the word in a conversation, a bot or a person. A bot asks here before it sends. Nothing here tells what was said.</summary>
public static class FloorEndpoint
{
    /// <summary>Who has the word. One point read.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, string key, CancellationToken cancellationToken) =>
        await ConversationGate.RefuseAsync(request, "Floor", key, cancellationToken)
        ?? Answer(key, await FloorOf(request).ReadAsync(key, cancellationToken));

    /// <summary>A person accepts the conversation, or hands it back to the bot.</summary>
    public static async Task<IResult> PostAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        if (await ConversationGate.RefuseAsync(request, "GiveFloor", key, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var (order, problem) = await JsonOrder.ReadAsync(
            request, WebJson.Default.FloorOrder, """{"holder":"human"} or {"holder":"bot"}""", cancellationToken);
        return order switch
        {
            null => problem!,
            { Holder: { } holder } => Answer(key, await FloorOf(request).GiveAsync(
                key, holder, holder == FloorHolder.Human ? FloorCause.Accepted : FloorCause.HandedBack, cancellationToken)),
            _ => Problems.BodyInvalid("holder", "holder must be human or bot."),
        };
    }

    /// <summary>Asks leave to send one message.</summary>
    public static async Task<IResult> PostClaimAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        if (await ConversationGate.RefuseAsync(request, "ClaimFloor", key, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var (order, problem) = await JsonOrder.ReadAsync(
            request,
            WebJson.Default.FloorClaimOrder,
            """{"id":"b-1","version":{"orderKey":"…","position":3}}""",
            cancellationToken);
        return order switch
        {
            null => problem!,
            { Id: not { Length: > 0 and <= FloorClaimOrder.MaxId } } =>
                Problems.BodyInvalid("id", $"id must have 1 to {FloorClaimOrder.MaxId} characters: it names the bot's message."),
            { Version: not { OrderKey.Length: > 0, Position: > 0 } } =>
                Problems.BodyInvalid("version", "version must be what the floor came with."),
            { Id: { } id, Version: { } version } => await FloorOf(request).ClaimAsync(key, id, version, cancellationToken) switch
            {
                { Granted: true } => new JsonAnswer<FloorClaimAnswer>(new(id, version), WebJson.Default.FloorClaimAnswer),
                { Standing: { } standing, Refusal: { } why } => Problems.FloorRefused(why, standing.Floor.Cause),
                _ => Problems.ConversationUnknown(),
            },
        };
    }

    private static IConversationFloor FloorOf(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<IConversationFloor>();

    private static IResult Answer(string key, FloorStanding? standing) => standing is null
        ? Problems.ConversationUnknown()
        : new JsonAnswer<FloorAnswer>(FloorAnswer.From(key, standing), WebJson.Default.FloorAnswer);
}
