using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Requests;

/// <summary>Reads the small JSON body of an order.</summary>
internal static class JsonOrder
{
    /// <summary>The most bytes of a body: some times what the longest one needs.</summary>
    public const int MaxBytes = 4 * 1024;

    /// <summary>Reads it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">How it is read.</param>
    /// <param name="example">What a body looks like, for the error.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The order; or what is wrong with the body.</returns>
    public static async Task<(T? Order, ProblemAnswer? Problem)> ReadAsync<T>(
        HttpRequest request, JsonTypeInfo<T> type, string example, CancellationToken cancellationToken)
        where T : class
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
            return JsonSerializer.Deserialize(body.Bytes.Span, type) is { } order
                ? (order, null)
                : (null, Problems.BodyInvalid(null, "The body must be a JSON object."));
        }
        catch (JsonException exception)
        {
            return (null, Problems.BodyInvalid(
                exception.Path is { } path ? path.TrimStart('$', '.') : null, $"The body must be JSON such as {example}."));
        }
    }
}
