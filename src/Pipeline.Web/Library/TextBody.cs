using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Library;

/// <summary>Reads the JSON body of an edit.</summary>
internal static class TextBody
{
    /// <summary>The most bytes of a body: some times the longest article.</summary>
    public const int MaxBytes = 128 * 1024;

    /// <summary>Reads it.</summary>
    /// <returns>The body, or what is wrong with it.</returns>
    public static async Task<(TBody? Body, ProblemAnswer? Problem)> ReadAsync<TBody>(
        HttpRequest request, JsonTypeInfo<TBody> type, CancellationToken cancellationToken)
        where TBody : class
    {
        if (!request.HasJsonContentType())
        {
            return (null, Problems.MediaTypeUnsupported());
        }

        using var content = await BodyReader.ReadAsync(request, MaxBytes, cancellationToken);
        if (content is null)
        {
            return (null, LibraryProblems.TooLarge(MaxBytes));
        }

        try
        {
            return JsonSerializer.Deserialize(content.Bytes.Span, type) is { } body
                ? (body, null)
                : (null, Problems.BodyInvalid(null, "The body must be a JSON object."));
        }
        catch (JsonException exception)
        {
            return (null, Problems.BodyInvalid(
                exception.Path?.TrimStart('$', '.'), "The body must be a JSON object with the fields that openapi.json names, each of its kind."));
        }
    }
}
