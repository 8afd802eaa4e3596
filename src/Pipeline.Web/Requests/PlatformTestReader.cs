using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Requests;

/// <summary>A captured request of a platform, to be read as if it came in.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PlatformTestOrder
{
    /// <summary>The account, as configured.</summary>
    public string? Account { get; init; }

    /// <summary>POST, GET or OPTIONS; not given, POST.</summary>
    public string? Method { get; init; }

    /// <summary>The headers, as they came in.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The query of the address, such as <c>token=…</c>; not given, none.</summary>
    public string? Query { get; init; }

    /// <summary>The body as text: its UTF-8 bytes must be those that came in.</summary>
    public string? Body { get; init; }

    /// <summary>The bytes of the body in base64, where text might not keep them.</summary>
    public string? BodyBase64 { get; init; }

    /// <summary>When it is taken to have come in; not given, now.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>A captured request, ready to be read.</summary>
/// <param name="Account">The account.</param>
/// <param name="Method">POST, GET or OPTIONS.</param>
/// <param name="Header">Looks a header up without regard to case.</param>
/// <param name="Query">Looks a query parameter up.</param>
/// <param name="QueryText">The query with its question mark; empty for none.</param>
/// <param name="Body">The bytes of the body.</param>
/// <param name="At">When it is taken to have come in; null for now.</param>
internal sealed record CapturedRequest(
    string Account, string Method, Func<string, string?> Header, Func<string, string?> Query, string QueryText, byte[] Body, DateTimeOffset? At);

/// <summary>Reads the body by which a captured request is tested.</summary>
internal static class PlatformTestReader
{
    // A character of the body takes up to six bytes in JSON; headers and the rest have room besides.
    private const int MostOfOne = 6;
    private const int Besides = 64 * 1024;

    /// <summary>Reads it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">The most bytes of the captured body.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The captured request; or what is wrong with the order.</returns>
    public static async Task<(CapturedRequest? Captured, ProblemAnswer? Problem)> ReadAsync(
        HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        // A page elsewhere can make a browser post other kinds of bodies without asking us first; this kind it cannot.
        if (!request.HasJsonContentType())
        {
            return (null, Problems.MediaTypeUnsupported());
        }

        using var body = await BodyReader.ReadAsync(request, (maxBytes * MostOfOne) + Besides, cancellationToken);
        if (body is null)
        {
            return (null, Problems.BodyTooLarge(maxBytes));
        }

        try
        {
            return JsonSerializer.Deserialize(body.Bytes.Span, WebJson.Default.PlatformTestOrder) is { } order
                ? Check(order, maxBytes)
                : Wrong(null, "The body must be a JSON object.");
        }
        catch (JsonException exception)
        {
            // The path may hold the name of a captured header, and never its value.
            return Wrong(
                exception.Path?.TrimStart('$', '.'),
                """The body must be JSON such as {"account":"shop","headers":{"webhook-id":"msg_1"},"body":"{}"}.""");
        }
    }

    private static (CapturedRequest?, ProblemAnswer?) Check(PlatformTestOrder order, int maxBytes)
    {
        if (string.IsNullOrEmpty(order.Account))
        {
            return Wrong("account", "account must be the name of a configured account; platforms lists them all.");
        }

        if (order.Method is not (null or "POST" or "GET" or "OPTIONS"))
        {
            return Wrong("method", "method must be POST, GET or OPTIONS.");
        }

        if (order is { Body: not null, BodyBase64: not null })
        {
            return Wrong("bodyBase64", "Either body or bodyBase64 must be given, not both.");
        }

        if (Bytes(order) is not { } bytes)
        {
            return Wrong("bodyBase64", "bodyBase64 must be base64.");
        }

        if (bytes.Length > maxBytes)
        {
            return (null, Problems.BodyTooLarge(maxBytes));
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in order.Headers ?? new Dictionary<string, string>())
        {
            headers[name] = value ?? "";
        }

        var query = string.IsNullOrEmpty(order.Query) ? "" : $"?{order.Query.TrimStart('?')}";
        var parameters = QueryHelpers.ParseQuery(query);
        return (
            new CapturedRequest(
                order.Account,
                order.Method ?? "POST",
                name => headers.GetValueOrDefault(name),
                name => parameters.TryGetValue(name, out var values) ? values.ToString() : null,
                query,
                bytes,
                order.At),
            null);
    }

    private static byte[]? Bytes(PlatformTestOrder order)
    {
        if (order.BodyBase64 is not { } text)
        {
            return Encoding.UTF8.GetBytes(order.Body ?? "");
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : null;
    }

    private static (CapturedRequest?, ProblemAnswer?) Wrong(string? field, string detail) => (null, Problems.BodyInvalid(field, detail));
}
