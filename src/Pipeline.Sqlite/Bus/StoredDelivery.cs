namespace Pipeline.Sqlite.Bus;

/// <summary>A message on one queue or subscription.</summary>
/// <param name="sequence">Its number: lower ones were accepted earlier.</param>
/// <param name="message">The message.</param>
/// <param name="isShared">Whether the payload stands apart, for several subscriptions.</param>
/// <param name="count">How many times it was delivered.</param>
internal sealed class StoredDelivery(long sequence, StoredMessage message, bool isShared, int count = 0)
{
    public long Sequence => sequence;

    public StoredMessage Message => message;

    public bool IsShared => isShared;

    /// <summary>How many times it was delivered. Changed under the lock of its source.</summary>
    public int Count { get; set; } = count;

    /// <summary>Whether a delivery of it has ended in this run, and the process lived. Changed under the lock of its source.</summary>
    public bool IsCleared { get; set; }
}
