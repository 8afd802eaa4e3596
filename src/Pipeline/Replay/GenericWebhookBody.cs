using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.Messages;

namespace Pipeline.Replay;

/// <summary>Writes the bodies that the generic platform sends for a conversation.</summary>
internal sealed class GenericWebhookBody(RecordedConversation conversation, string conversationId)
{
    // As a platform writes it: UTF-8, not escapes. A webhook body is never put into a page.
    private static readonly JsonWriterOptions AsUtf8 = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ReadOnlyMemory<byte> Message(string messageId, RecordedTurn turn, DateTimeOffset sentAt) =>
        Write("message.created", messageId, sentAt, json =>
        {
            WriteSender(json, turn.Role);
            json.WriteString("text", turn.Text);
            WriteIfKnown(json, "channel", conversation.Channel);
            WriteIfKnown(json, "brand", conversation.Brand);
            WriteIfKnown(json, "language", conversation.Language);
            WriteIfKnown(json, "page", conversation.Page);
            json.WriteString("customer_id", conversation.Customer.Id);
        });

    public ReadOnlyMemory<byte> Edited(string editId, string messageId, SenderRole role, string text, DateTimeOffset editedAt) =>
        Write("message.updated", editId, editedAt, json =>
        {
            json.WriteString("target_id", messageId);
            WriteSender(json, role);
            json.WriteString("text", text);
        });

    public ReadOnlyMemory<byte> Deleted(string deletionId, string messageId, DateTimeOffset deletedAt) =>
        Write("message.deleted", deletionId, deletedAt, json => json.WriteString("target_id", messageId));

    public ReadOnlyMemory<byte> Rated(string messageId, int rating, DateTimeOffset sentAt) =>
        Write("conversation.rated", messageId, sentAt, json => json.WriteNumber("rating", rating));

    public ReadOnlyMemory<byte> Closed(string messageId, DateTimeOffset sentAt) =>
        Write("conversation.closed", messageId, sentAt, static _ => { });

    private ReadOnlyMemory<byte> Write(string type, string messageId, DateTimeOffset sentAt, Action<Utf8JsonWriter> writeData)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, AsUtf8))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("timestamp", sentAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
            json.WriteStartObject("data");
            json.WriteString("id", messageId);
            json.WriteString("conversation_id", conversationId);
            writeData(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private void WriteSender(Utf8JsonWriter json, SenderRole role)
    {
        var customer = role == SenderRole.Customer;
        var person = customer ? conversation.Customer : conversation.Advisor;
        json.WriteStartObject("sender");
        json.WriteString("id", person.Id);
        json.WriteString("role", customer ? "customer" : "advisor");
        WriteIfKnown(json, "name", person.Name);
        json.WriteEndObject();
    }

    private static void WriteIfKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
