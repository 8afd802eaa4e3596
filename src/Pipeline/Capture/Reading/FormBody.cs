using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Pipeline.Capture.Reading;

/// <summary>The fields of a form (<c>application/x-www-form-urlencoded</c>), for platforms that send no JSON.</summary>
internal sealed class FormBody
{
    private const int MostFields = 200;
    private const string MediaType = "application/x-www-form-urlencoded";

    private FormBody(IReadOnlyList<KeyValuePair<string, string>> fields) => Fields = fields;

    /// <summary>The fields, in the order in which they came.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; }

    /// <summary>Reads a form.</summary>
    /// <exception cref="BodyRefusedException">It is another kind of body, is not UTF-8, or has too many fields.</exception>
    public static FormBody Read(WebhookRequest request)
    {
        if (request.Header("Content-Type") is { } contentType
            && (!MediaTypeHeaderValue.TryParse(contentType, out var type)
                || !string.Equals(type.MediaType, MediaType, StringComparison.OrdinalIgnoreCase)))
        {
            throw new BodyRefusedException(new(
                415,
                "media-type-unsupported",
                "The body is not of a kind that this platform sends.",
                $"The header Content-Type must be {MediaType}.",
                "Content-Type"));
        }

        if (!Utf8.IsValid(request.Body.Span))
        {
            throw Unreadable("The body is not UTF-8 throughout.");
        }

        var fields = new List<KeyValuePair<string, string>>();
        foreach (var pair in Encoding.UTF8.GetString(request.Body.Span).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (fields.Count == MostFields)
            {
                throw Unreadable($"It has more than {MostFields} fields.");
            }

            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            fields.Add(equals < 0
                ? new(WebUtility.UrlDecode(pair), "")
                : new(WebUtility.UrlDecode(pair[..equals]), WebUtility.UrlDecode(pair[(equals + 1)..])));
        }

        return new FormBody(fields);
    }

    /// <summary>
    /// Hands the fields to <paramref name="understand"/> as an object whose values are texts, so that they are read, limited and refused as those
    /// of JSON are. Of a field that came twice the last counts.
    /// </summary>
    public WebhookReading Understand(Func<BodyObject, WebhookReading> understand)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in Fields)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(json.WrittenMemory);
        return understand(new BodyObject(document.RootElement, ""));
    }

    private static BodyRefusedException Unreadable(string detail) =>
        new(new(400, "form-invalid", "The body is not a form.", detail, null));
}
