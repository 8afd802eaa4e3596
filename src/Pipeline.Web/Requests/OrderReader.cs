using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pipeline.Web.Answers;
using Pipeline.Web.DeadLetters;

namespace Pipeline.Web.Requests;

/// <summary>Reads the body of an order to replay or purge dead letters.</summary>
internal static class OrderReader
{
    /// <summary>The most bytes of a body: some times what <see cref="MaxNumbers"/> need.</summary>
    public const int MaxBytes = 32 * 1024;

    /// <summary>The most dead letters one order names.</summary>
    public const int MaxNumbers = 1000;

    /// <summary>Reads it.</summary>
    /// <returns>The order, its source as the bus names it; or what is wrong with it.</returns>
    public static async Task<(DeadLetterOrder? Order, ProblemAnswer? Problem)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        // A page elsewhere can make a browser post other kinds of bodies without asking us first; this kind it cannot.
        if (!request.HasJsonContentType())
        {
            return (null, Problems.MediaTypeUnsupported());
        }

        using var body = await BodyReader.ReadAsync(request, MaxBytes, cancellationToken);
        if (body is null)
        {
            return (null, Problems.OrderTooLarge(MaxBytes));
        }

        try
        {
            var order = JsonSerializer.Deserialize(body.Bytes.Span, WebJson.Default.DeadLetterOrder);
            return order is null ? (null, Problems.BodyInvalid(null, "The body must be a JSON object.")) : Check(order);
        }
        catch (JsonException exception)
        {
            return (null, Problems.BodyInvalid(
                exception.Path is { } path ? path.TrimStart('$', '.') : null,
                """The body must be JSON such as {"source":"captured","numbers":[17]} or {"source":"captured","all":true}."""));
        }
    }

    private static (DeadLetterOrder?, ProblemAnswer?) Check(DeadLetterOrder order)
    {
        if (DeadLetterSource.Find(order.Source) is not { } source)
        {
            return (null, Problems.BodyInvalid("source", $"source must be {DeadLetterSource.Expected}."));
        }

        if (order.All == true == order.Numbers is not null)
        {
            return (null, Problems.BodyInvalid("numbers", "Either numbers must be given, or all must be true; not both."));
        }

        return order.Numbers is null or { Count: >= 1 and <= MaxNumbers }
            ? (order with { Source = source }, null)
            : (null, Problems.BodyInvalid("numbers", $"numbers must have 1 to {MaxNumbers} numbers."));
    }
}
