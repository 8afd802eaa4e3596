using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Pipeline.Capture.Reading;

/// <summary>Reads bodies of the kind that HTML's forms send (<c>application/x-www-form-urlencoded</c>).</summary>
internal static class FormFields
{
    private const int MaxFields = 200;

    /// <summary>The fields, in ordinal order of their names; null where the body is none of this kind. Never throws: strangers may send it.</summary>
    public static SortedDictionary<string, string>? TryParse(ReadOnlySpan<byte> body)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var range in body.Split((byte)'&'))
        {
            var field = body[range];
            if (field.IsEmpty)
            {
                continue;
            }

            var equals = field.IndexOf((byte)'=');
            if (fields.Count == MaxFields
                || Decode(equals < 0 ? field : field[..equals]) is not { Length: > 0 and <= CaptureLimits.Id } name
                || Decode(equals < 0 ? [] : field[(equals + 1)..]) is not { } value
                || !fields.TryAdd(name, value))
            {
                return null;
            }
        }

        return fields;
    }

    /// <summary>Hands the fields to <paramref name="understand"/> as an object of texts, so that they are read and refused as JSON is.</summary>
    public static WebhookReading Read(IReadOnlyDictionary<string, string> fields, Func<BodyObject, WebhookReading> understand)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in fields)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
        try
        {
            return understand(new BodyObject(document.RootElement, ""));
        }
        catch (BodyRefusedException refused)
        {
            return new WebhookReading.Refused(refused.Problem);
        }
    }

    private static string? Decode(ReadOnlySpan<byte> encoded)
    {
        var bytes = new byte[encoded.Length];
        var length = 0;
        for (var at = 0; at < encoded.Length; at++)
        {
            var value = (int)encoded[at];
            if (value == '%')
            {
                if (at + 2 >= encoded.Length || !char.IsAsciiHexDigit((char)encoded[at + 1]) || !char.IsAsciiHexDigit((char)encoded[at + 2]))
                {
                    return null;
                }

                value = (Digit(encoded[at + 1]) << 4) | Digit(encoded[at + 2]);
                at += 2;
            }

            bytes[length++] = value == '+' && encoded[at] == '+' ? (byte)' ' : (byte)value;
        }

        return Utf8.IsValid(bytes.AsSpan(0, length)) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private static int Digit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
