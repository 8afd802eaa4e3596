using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Pipeline.Protection.Access;

namespace Pipeline.Web.Answers;

/// <summary>Writes the report to a person as JSON that people can read: indented, in plain letters, and columns that hold JSON as what they say.</summary>
internal static class PersonReportText
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(PersonReport report)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString("platform", report.Platform);
            writer.WriteString("customerId", report.CustomerId);
            writer.WriteString("madeAt", report.MadeAt);
            WriteHold(writer, report.Hold);
            writer.WriteStartArray("conversations");
            foreach (var conversation in report.Conversations)
            {
                Write(writer, conversation);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, ConversationReport conversation)
    {
        writer.WriteStartObject();
        writer.WriteString("key", conversation.Key);
        WriteHold(writer, conversation.Hold);
        foreach (var (store, items) in conversation.Stores)
        {
            writer.WriteStartArray(store);
            foreach (var item in items)
            {
                writer.WriteStartObject();
                writer.WriteString("kind", item.Kind);
                foreach (var (name, value) in item.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(name));
                    Write(writer, value);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteHold(Utf8JsonWriter writer, string? reason)
    {
        if (reason is not null)
        {
            writer.WriteString("hold", reason);
        }
    }

    private static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text when text.StartsWith('{') || text.StartsWith('['):
                WriteJson(writer, text);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(time);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteJson(Utf8JsonWriter writer, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            json.RootElement.WriteTo(writer);
        }
        catch (JsonException)
        {
            // A message may begin with a brace.
            writer.WriteStringValue(text);
        }
    }
}
