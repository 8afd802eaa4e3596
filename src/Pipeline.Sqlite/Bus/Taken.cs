namespace Pipeline.Sqlite.Bus;

/// <summary>What a look for messages found.</summary>
internal sealed class Taken
{
    /// <summary>The messages, locked, with the tokens of their locks.</summary>
    public List<(StoredDelivery Delivery, string Token)> Messages { get; } = [];

    /// <summary>Messages that were delivered too often already: they go to the dead letters.</summary>
    public List<StoredDelivery> Exhausted { get; } = [];

    /// <summary>Whether the database holds more.</summary>
    public bool IsBehind { get; set; }

    /// <summary>Whether the caller should start loading more.</summary>
    public bool ShouldLoad { get; set; }
}
