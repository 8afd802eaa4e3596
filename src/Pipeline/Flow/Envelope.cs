using System.Diagnostics;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Flow;

/// <summary>Puts a message of the path into a bus message.</summary>
public static class Envelope
{
    /// <summary>The bus message of an event, with the trace context of the current span.</summary>
    public static BusMessage Wrap(ConversationEvent message)
    {
        var properties = message.Properties;
        if (Activity.Current?.Id is { } traceParent)
        {
            properties = new Dictionary<string, string>(properties, StringComparer.Ordinal)
            {
                [PipelineTelemetry.TraceParent] = traceParent,
            };
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(message, PipelineJson.Default.ConversationEvent);
        return new BusMessage(message.BusId, body, properties, message.Conversation.Key);
    }
}
