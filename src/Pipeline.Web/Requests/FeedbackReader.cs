using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pipeline.Messages;
using Pipeline.Suggestions.Feedback;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Requests;

/// <summary>Reads the body of an advisor's feedback.</summary>
internal static class FeedbackReader
{
    /// <summary>The most bytes of a body: the longest message of a platform, and what goes around it.</summary>
    public const int MaxBytes = 32 * 1024;

    private const int MaxId = 100;
    private const int MaxOrderKey = 150;

    /// <summary>Reads it.</summary>
    /// <returns>The feedback; or what is wrong with it.</returns>
    public static async Task<(FeedbackGiven? Given, ProblemAnswer? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // A page elsewhere can make a browser post other kinds of bodies without asking us first; this kind it cannot.
        if (!request.HasJsonContentType())
        {
            return (null, Problems.MediaTypeUnsupported());
        }

        using var body = await BodyReader.ReadAsync(request, MaxBytes, cancellationToken);
        if (body is null)
        {
            return (null, Problems.FeedbackTooLarge(MaxBytes));
        }

        try
        {
            var order = JsonSerializer.Deserialize(body.Bytes.Span, WebJson.Default.FeedbackOrder);
            return order is null ? (null, Problems.BodyInvalid(null, "The body must be a JSON object.")) : Check(order);
        }
        catch (JsonException exception)
        {
            return (null, Problems.BodyInvalid(
                exception.Path is { } path ? path.TrimStart('$', '.') : null,
                """The body must be JSON such as {"id":"f-1","kind":"shown","suggestionId":"…","version":{"messageId":"m3","orderKey":"…","position":3}}."""));
        }
    }

    private static (FeedbackGiven?, ProblemAnswer?) Check(FeedbackOrder order)
    {
        if (order.Kind is not { } kind)
        {
            return Wrong("kind", "kind must be given.");
        }

        if (kind != FeedbackKind.Writing && order.Id is not { Length: > 0 and <= MaxId })
        {
            return Wrong("id", $"id must have 1 to {MaxId} characters: feedback told again under the same id is told once.");
        }

        var reasons = FeedbackReasons.Of(kind);
        if (reasons.Count == 0 ? order.Reason is not null : order.Reason is not { } reason || !reasons.Contains(reason))
        {
            return Wrong("reason", reasons.Count == 0
                ? "This kind takes no reason."
                : $"reason must be one of {string.Join(", ", reasons.Select(Name))}.");
        }

        var aboutNone = kind is FeedbackKind.HorsCadre or FeedbackKind.Writing;
        if (aboutNone != order.SuggestionId is null)
        {
            return Wrong("suggestionId", aboutNone ? "This kind is about no suggestion." : "suggestionId must be given.");
        }

        if (!aboutNone && order.Version is not { OrderKey.Length: <= MaxOrderKey, Position: > 0 })
        {
            return Wrong("version", "version must be what the suggestions came with.");
        }

        if (!aboutNone && !IsPlace(order.Version!.OrderKey))
        {
            return Wrong("version.orderKey", "version.orderKey must be what the suggestions came with.");
        }

        if (kind == FeedbackKind.Sent && order.Text is { } sent && UnfilledSlots.In(sent) is [var slot, ..])
        {
            return Wrong("text", $"text still has {{{slot}}} to fill in: it must not go to a customer.");
        }

        return kind == FeedbackKind.Edited && order.Text is null
            ? Wrong("text", "text must be given: it is compared with the suggestion, and not kept.")
            : (new FeedbackGiven(
                order.Id ?? "", kind, order.SuggestionId, order.Version?.OrderKey, order.Version?.Position, order.Text, order.Reason), null);
    }

    /// <summary>Whether it can be a place of a message: what cannot never reaches the tables, which refuse some characters.</summary>
    private static bool IsPlace(string? orderKey) =>
        orderKey?.IndexOf('-') is > 0 and var at && orderKey[..at].All(char.IsAsciiLetterOrDigit) && KeyParameter.IsPart(orderKey[(at + 1)..]);

    private static (FeedbackGiven?, ProblemAnswer?) Wrong(string field, string detail) => (null, Problems.BodyInvalid(field, detail));

    private static string Name(FeedbackReason reason) => JsonNamingPolicy.CamelCase.ConvertName(reason.ToString());
}
