using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>A message to put on the bus.</summary>
/// <param name="Id">
/// Identity for duplicate detection, at most 128 characters (the limit of Service Bus). The bus drops a message whose id it has
/// seen on the same entity within the entity's duplicate window.
/// </param>
/// <param name="Body">The UTF-8 JSON of the message. At most 256 KiB with the properties (Service Bus Standard).</param>
/// <param name="Properties">What subscriptions filter on, and the trace context. Never personal data: properties are logged.</param>
/// <param name="PartitionKey">Messages of one key are handled one after another within a batch: the conversation's key.</param>
/// <param name="ScheduledFor">When the message becomes visible; at once if null.</param>
public sealed record BusMessage(
    string Id,
    ReadOnlyMemory<byte> Body,
    IReadOnlyDictionary<string, string> Properties,
    string PartitionKey,
    DateTimeOffset? ScheduledFor = null)
{
    /// <summary>
    /// What the body was written from, where the bus still has it in memory: it saves the receiver the reading. It says what the body says;
    /// null where the message came from elsewhere, or from the disk.
    /// </summary>
    public ConversationEvent? Event { get; init; }

    /// <summary>The longest identity the bus accepts, in characters.</summary>
    public const int MaxIdLength = 128;
}
