using System.Globalization;
using Pipeline.Ports;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>Settles messages whose locks were released for it.</summary>
internal sealed class SettleOperation(
    BusStore store, MessageSource source, IReadOnlyList<(Settlement Settlement, StoredDelivery Delivery)> items)
    : WriterOperation<int>
{
    /// <summary>The reason of a message that was delivered too often, as Service Bus gives it.</summary>
    public const string Exhausted = "MaxDeliveryCountExceeded";

    /// <summary>Says how often a message was delivered in vain.</summary>
    public static string Describe(StoredDelivery delivery, string last) =>
        string.Create(CultureInfo.InvariantCulture, $"Delivered {delivery.Count} times without completion; last: {last}");

    /// <inheritdoc/>
    public override void Execute()
    {
        foreach (var (settlement, delivery) in items)
        {
            switch (settlement)
            {
                case Settlement.Complete:
                    store.Remove(source, delivery);
                    break;
                case Settlement.DeadLetter letter:
                    store.Bury(source, delivery, letter.Reason, letter.Description);
                    break;
                case Settlement.Abandon { Counts: false }:
                    break;
                case Settlement.Abandon abandon when delivery.Count >= source.MaxDeliveryCount:
                    store.Bury(source, delivery, Exhausted, Describe(delivery, abandon.Reason));
                    break;
                case Settlement.Abandon:
                    store.SaveCount(source, delivery);
                    break;
            }
        }
    }

    /// <inheritdoc/>
    protected override int Committed()
    {
        foreach (var (settlement, delivery) in items)
        {
            if (settlement is Settlement.Abandon { Counts: false })
            {
                source.Return(delivery, counts: false);
            }
            else if (settlement is Settlement.Abandon && delivery.Count < source.MaxDeliveryCount)
            {
                source.Return(delivery);
            }
        }

        return items.Count;
    }

    /// <inheritdoc/>
    protected override void Failed()
    {
        foreach (var (settlement, delivery) in items)
        {
            // The disk is to blame and not the message.
            source.HoldAgain(settlement.LockToken, delivery, counts: false);
        }
    }
}
