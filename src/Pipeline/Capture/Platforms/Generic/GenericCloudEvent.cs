using System.Net.Http.Headers;
using System.Text;
using Pipeline.Capture.Reading;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Generic;

/// <summary>
/// Reads the attributes of a CloudEvent 1.0, which says in another envelope what a webhook of the generic platform says (cloudevents/spec, HTTP protocol
/// binding): in the body (structured mode) or in headers beside it (binary mode).
/// </summary>
internal static class GenericCloudEvent
{
    private const string Version = "1.0";
    private const string HeaderPrefix = "ce-";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether the body is an event with its attributes.</summary>
    public static bool IsStructured(WebhookRequest request) =>
        MediaTypeHeaderValue.TryParse(request.Header("Content-Type"), out var type)
        && string.Equals(type.MediaType, "application/cloudevents+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the attributes are headers, and the body the data.</summary>
    public static bool IsBinary(WebhookRequest request) => request.Header(HeaderPrefix + "specversion") is not null;

    /// <summary>The event of a body in structured mode.</summary>
    public static GenericTold OfBody(BodyObject body, DateTimeOffset now)
    {
        if (body.Text("specversion", CaptureLimits.Label) != Version)
        {
            throw body.Wrong("specversion", Version);
        }

        return new(
            TypeOf(body.Text("type", CaptureLimits.Id)),
            Identity(body.Text("source", CaptureLimits.Page), body.Text("id", CaptureLimits.Id)),
            body.IsoTimeOrNone("time", now),
            () => body.Wrong("time", "a time, unless data.sent_at is"));
    }

    /// <summary>The event of headers in binary mode.</summary>
    /// <exception cref="BodyRefusedException">A header is missing, cannot be read, or must not be there.</exception>
    public static GenericTold OfHeaders(WebhookRequest request, DateTimeOffset now)
    {
        if (Header(request, "specversion") != Version)
        {
            throw Wrong("specversion", $"must be {Version}");
        }

        // The content type says it: in this mode the attribute would say it twice.
        if (request.Header(HeaderPrefix + "datacontenttype") is not null)
        {
            throw Wrong("datacontenttype", "must not be there beside Content-Type");
        }

        var at = request.Header(HeaderPrefix + "time") is null ? (DateTimeOffset?)null
            : BodyTime.ParseIso(Header(request, "time")) is { } time && time >= CaptureLimits.Earliest && time <= now + CaptureLimits.Ahead ? time
            : throw Wrong("time", "must be a time with its zone, of these years");
        return new(
            TypeOf(Header(request, "type")),
            Identity(Header(request, "source"), Header(request, "id")),
            at,
            () => Wrong("time", "must be a time, unless sent_at in the body is"));
    }

    // Types may begin with a reversed domain, as the standard advises: "org.example.message.created".
    private static string TypeOf(string type) => string.Join('.', type.Split('.')[^Math.Min(2, type.Split('.').Length)..]);

    // An id is one of its source: both together tell an event that comes again.
    private static string Identity(string source, string id) => ConversationKeys.BusId("cloudevent", source, id);

    private static string Header(WebhookRequest request, string attribute)
    {
        var value = request.Header(HeaderPrefix + attribute);
        return value is { Length: > 0 and <= CaptureLimits.Page } && Decode(value) is { Length: > 0 } decoded
            ? decoded
            : throw Wrong(attribute, "must be a text, percent-encoded as UTF-8 where it is not ASCII");
    }

    // Percent-decoded once; what then is no UTF-8 is refused.
    private static string? Decode(string value)
    {
        var bytes = new List<byte>(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] != '%')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(value, at, 1));
            }
            else if (at + 2 < value.Length && char.IsAsciiHexDigit(value[at + 1]) && char.IsAsciiHexDigit(value[at + 2]))
            {
                bytes.Add(Convert.FromHexString(value.AsSpan(at + 1, 2))[0]);
                at += 2;
            }
            else
            {
                return null;
            }
        }

        try
        {
            return Strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static BodyRefusedException Wrong(string attribute, string what) => new(new(
        400, "header-invalid", "A header of the event is not as CloudEvents has it.", $"The header {HeaderPrefix}{attribute} {what}.", HeaderPrefix + attribute));
}
