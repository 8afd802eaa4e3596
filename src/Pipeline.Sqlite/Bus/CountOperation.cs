using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>Keeps the delivery counts of messages that live on, and makes dead letters of those that were delivered too often.</summary>
internal sealed class CountOperation(
    BusStore store,
    MessageSource source,
    IReadOnlyList<StoredDelivery> alive,
    IReadOnlyList<StoredDelivery> exhausted,
    LockTokens tokens)
    : WriterOperation<int>
{
    /// <inheritdoc/>
    public override void Execute()
    {
        foreach (var delivery in alive)
        {
            store.SaveCount(source, delivery);
        }

        foreach (var delivery in exhausted)
        {
            store.Bury(source, delivery, SettleOperation.Exhausted, SettleOperation.Describe(delivery, "the lock ran out."));
        }
    }

    /// <inheritdoc/>
    protected override int Committed() => alive.Count + exhausted.Count;

    /// <inheritdoc/>
    protected override void Failed()
    {
        foreach (var delivery in exhausted)
        {
            source.HoldAgain(tokens.Next(), delivery);
        }
    }
}
