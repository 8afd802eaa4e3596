using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Puts a message of the path into a bus message.</summary>
public static class Envelope
{
    /// <summary>The bus property that carries the W3C trace context from one stage to the next.</summary>
    public const string TraceParent = "traceparent";

    /// <summary>The bus property that counts how often a message was put back on its queue after a failure; absent before the first.</summary>
    public const string Attempt = "attempt";

    /// <summary>The bus property of a dead letter that tells when the message failed for the last time (ISO 8601).</summary>
    public const string FailedAt = "failed-at";

    /// <summary>The bus message of an event, with the trace context of the current span.</summary>
    public static BusMessage Wrap(ConversationEvent message)
    {
        var properties = message.Properties;
        if (Activity.Current?.Id is { } traceParent)
        {
            properties = new Dictionary<string, string>(properties, StringComparer.Ordinal)
            {
                [TraceParent] = traceParent,
            };
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(message, PipelineJson.Default.ConversationEvent);
        return new BusMessage(message.BusId, body, properties, message.Conversation.Key) { Event = message };
    }

    /// <summary>When a dead letter failed for the last time; null where that was not noted.</summary>
    public static DateTimeOffset? ReadFailedAt(BusMessage message) =>
        message.Properties.TryGetValue(FailedAt, out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : null;

    /// <summary>A dead letter's message as it is replayed: its failures are forgotten, so that it has every retry again.</summary>
    public static BusMessage Forgiven(BusMessage message) => message with
    {
        ScheduledFor = null,
        Properties = message.Properties
            .Where(property => property.Key is not (Attempt or FailedAt))
            .ToDictionary(property => property.Key, property => property.Value, StringComparer.Ordinal),
    };
}
