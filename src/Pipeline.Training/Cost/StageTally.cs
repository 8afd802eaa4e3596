using Pipeline.Ports;

namespace Pipeline.Training.Cost;

/// <summary>What one stage did, as the Azure services would count and bill it. One thread at a time.</summary>
/// <param name="name">The stage's name: <c>Capture</c>, or a route's.</param>
public sealed class StageTally(string name)
{
    /// <summary>How much of a message is one operation of Service Bus (its pricing page: each started 64 KiB).</summary>
    private const int BytesAnOperation = 64 * 1024;

    /// <summary>The stage's name.</summary>
    public string Name { get; } = name;

    /// <summary>Messages handled: webhooks for Capture, deliveries for the others.</summary>
    public long Messages { get; internal set; }

    /// <summary>Operations of Service Bus: sends, and for each delivery a receive with its lock and a settlement.</summary>
    public long BusOperations { get; private set; }

    /// <summary>Reads of one row.</summary>
    public long TableReads { get; internal set; }

    /// <summary>Queries, each page by itself.</summary>
    public long TableQueries { get; internal set; }

    /// <summary>Writes; a batch in one partition is one transaction.</summary>
    public long TableWrites { get; internal set; }

    /// <summary>Calls to the platform.</summary>
    public long PlatformCalls { get; internal set; }

    /// <summary>Spans of traces, which logs are billed for by the byte.</summary>
    public long Spans { get; internal set; }

    /// <summary>Transactions of Table storage.</summary>
    public long TableTransactions => TableReads + TableQueries + TableWrites;

    /// <summary>Counts a message that was sent.</summary>
    public void Sent(BusMessage message) => BusOperations += Operations(message);

    /// <summary>Counts a delivery: received and settled.</summary>
    public void Delivered(BusMessage message)
    {
        Messages++;
        BusOperations += Operations(message) + 1;
    }

    private static int Operations(BusMessage message)
    {
        var bytes = message.Body.Length + message.Properties.Sum(property => property.Key.Length + property.Value.Length);
        return Math.Max(1, (bytes + BytesAnOperation - 1) / BytesAnOperation);
    }
}
