using Pipeline.Ports;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>Hands messages to receivers under locks.</summary>
/// <param name="store">The database.</param>
/// <param name="writer">Its writer.</param>
/// <param name="scheduling">Brings what is due.</param>
/// <param name="tokens">Names locks.</param>
/// <param name="countBefore">
/// Messages below this number may have been delivered before a crash: their count is made durable before they are handed out, so that
/// one which
/// kills the process is given up in the end.
/// </param>
/// <param name="clock">The clock.</param>
internal sealed class Receiving(
    BusStore store, SqliteWriter writer, Scheduling scheduling, LockTokens tokens, long countBefore, TimeProvider clock)
{
    /// <summary>Waits for messages and takes them: see <see cref="IBusReceiver.ReceiveAsync"/>.</summary>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        MessageSource source, int maxMessages, TimeSpan maxWait, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var left = maxWait;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await scheduling.ActivateDueAsync();
            var taken = Take(source, maxMessages, waiter: null);
            if (taken.Messages.Count > 0)
            {
                return await HandOverAsync(source, taken);
            }

            if (taken.IsBehind)
            {
                await writer.RunAsync(new LoadOperation(store, source));
            }
            else if (left == TimeSpan.Zero)
            {
                return [];
            }
            else if (await WaitAsync(source, maxMessages, left, cancellationToken) is { Messages.Count: > 0 } late)
            {
                return await HandOverAsync(source, late);
            }
            else if (maxWait != Timeout.InfiniteTimeSpan)
            {
                left = maxWait - clock.GetElapsedTime(started);
                left = left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Makes messages ready whose locks have run out.</summary>
    public void Expire(MessageSource source)
    {
        var (alive, exhausted) = source.Expire();
        if (alive.Count + exhausted.Count > 0)
        {
            writer.TryPost(new CountOperation(store, source, alive, exhausted, tokens));
        }
    }

    // Looks once more on joining those who wait: a message may have come since the look before.
    private async Task<Taken> WaitAsync(MessageSource source, int maxMessages, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var waiter = new Waiter(limit, clock, cancellationToken);
        var taken = Take(source, maxMessages, waiter);
        if (taken.Messages.Count == 0 && !taken.IsBehind)
        {
            try
            {
                await waiter.Woken;
            }
            finally
            {
                source.Leave(waiter, passOn: cancellationToken.IsCancellationRequested);
            }
        }

        return taken;
    }

    private Taken Take(MessageSource source, int maxMessages, Waiter? waiter)
    {
        Expire(source);
        var taken = source.Take(maxMessages, tokens, waiter);
        if (taken.Exhausted.Count > 0)
        {
            writer.TryPost(new CountOperation(store, source, [], taken.Exhausted, tokens));
        }

        if (taken.ShouldLoad)
        {
            writer.TryPost(new LoadOperation(store, source));
        }

        return taken;
    }

    private async Task<IReadOnlyList<ReceivedMessage>> HandOverAsync(MessageSource source, Taken taken)
    {
        StoredDelivery[] suspects =
            [.. taken.Messages.Select(message => message.Delivery).Where(delivery => delivery.Sequence < countBefore)];
        if (suspects.Length > 0)
        {
            // If this fails the locks run out, and the messages come again.
            await writer.RunAsync(new CountOperation(store, source, suspects, [], tokens));
        }

        return [.. taken.Messages.Select(message => new ReceivedMessage(
            message.Delivery.Message.Message, message.Token, message.Delivery.Count, message.Delivery.Message.EnqueuedAt))];
    }
}
