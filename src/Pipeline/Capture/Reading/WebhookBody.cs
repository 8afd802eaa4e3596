using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Unicode;
using Pipeline.Messages;

namespace Pipeline.Capture.Reading;

/// <summary>Reads the JSON body of a webhook that verified.</summary>
internal static class WebhookBody
{
    private const string NotReadable = "The body is not JSON.";
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = CaptureLimits.Depth };

    /// <summary>Hands the body's root object to <paramref name="understand"/>, and turns what it refuses into a reading.</summary>
    public static WebhookReading Read(WebhookRequest request, Func<BodyObject, WebhookReading> understand)
    {
        try
        {
            CheckEncoding(request);
            using var document = Parse(request.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? understand(new BodyObject(document.RootElement, ""))
                : throw BodyObject.WrongShape("$", "an object", document.RootElement);
        }
        catch (BodyRefusedException refused)
        {
            return new WebhookReading.Refused(refused.Problem);
        }
    }

    /// <summary>
    /// Hands each event of the body to <paramref name="understand"/>: the body is one, or an array of them. One that is answered decides for all; else all
    /// that was understood counts, and what cannot be read beside it is told with it.
    /// </summary>
    public static WebhookReading ReadEach(WebhookRequest request, int most, Func<BodyObject, WebhookReading> understand)
    {
        try
        {
            CheckEncoding(request);
            using var document = Parse(request.Body);
            return Together([.. Events(document.RootElement, most).Select(item => ReadOne(item, understand))]);
        }
        catch (BodyRefusedException refused)
        {
            return new WebhookReading.Refused(refused.Problem);
        }
    }

    private static IEnumerable<(JsonElement Item, string Path)> Events(JsonElement root, int most)
    {
        if (root.ValueKind == JsonValueKind.Object)
        {
            return [(root, "")];
        }

        return root.ValueKind == JsonValueKind.Array && root.GetArrayLength() <= most
            ? root.EnumerateArray().Select((item, index) => (item, $"[{index}]"))
            : throw BodyObject.WrongShape("$", $"an object or an array of at most {most}", root);
    }

    private static WebhookReading ReadOne((JsonElement Item, string Path) one, Func<BodyObject, WebhookReading> understand)
    {
        try
        {
            return one.Item.ValueKind == JsonValueKind.Object
                ? understand(new BodyObject(one.Item, one.Path))
                : throw BodyObject.WrongShape(one.Path, "an object", one.Item);
        }
        catch (BodyRefusedException refused)
        {
            return new WebhookReading.Refused(refused.Problem);
        }
    }

    private static WebhookReading Together(IReadOnlyList<WebhookReading> readings)
    {
        MessageCaptured[] messages = [.. readings.OfType<WebhookReading.Understood>().SelectMany(reading => reading.Messages)];
        WebhookProblem[] unreadable = [.. readings.OfType<WebhookReading.Refused>().Select(reading => reading.Problem)];
        return readings.OfType<WebhookReading.Answered>().FirstOrDefault()
            ?? (messages.Length > 0 ? new WebhookReading.Understood(messages) { Unreadable = unreadable }
            : unreadable is [var problem, ..] ? new WebhookReading.Refused(problem)
            : readings is [var first, ..] ? first
            : new WebhookReading.Ignored("NoContent"));
    }

    private static void CheckEncoding(WebhookRequest request)
    {
        var contentType = request.Header("Content-Type");
        if (contentType is not null && !IsJson(contentType))
        {
            throw new BodyRefusedException(new(
                415,
                "media-type-unsupported",
                "The body is not of a kind that this platform sends.",
                "The header Content-Type must be application/json, in UTF-8.",
                "Content-Type"));
        }

        if (!Utf8.IsValid(request.Body.Span))
        {
            throw new BodyRefusedException(new(400, "encoding-invalid", NotReadable, "The body is not UTF-8 throughout.", null));
        }
    }

    // What nearly all platforms send needs no parsing.
    private static bool IsJson(string contentType) =>
        contentType is "application/json" or "application/json; charset=utf-8" || IsParsedJson(contentType);

    private static bool IsParsedJson(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType is { } name
        && (name.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
        && (type.CharSet is null || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, Options);
        }
        catch (JsonException) when (IsTooDeep(body.Span))
        {
            var detail = $"Objects and arrays lie more than {CaptureLimits.Depth} deep in each other.";
            throw new BodyRefusedException(new(400, "json-too-deep", "The body is nested too deep.", detail, null));
        }
        catch (JsonException exception)
        {
            // The parser's own message shows a character of the body: place alone is enough, and says nothing of the content.
            var detail = $"Reading stopped at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.";
            throw new BodyRefusedException(new(400, "json-invalid", NotReadable, detail, null));
        }
    }

    private static bool IsTooDeep(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = CaptureLimits.Depth + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= CaptureLimits.Depth && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            // What is wrong lies before any such depth.
        }

        return false;
    }
}
