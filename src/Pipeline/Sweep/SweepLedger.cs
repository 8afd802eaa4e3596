using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Sweep;

/// <summary>
/// Remembers how the sweeps of each account stand, and what they sent until it is recorded. What is found is written down and counted in
/// one batch before it is sent: a crash in between has it sent again by the next sweep, and never counted again.
/// </summary>
public sealed class SweepLedger(ITables tables, TimeProvider clock)
{
    // Another sweep of the same account is the only other writer.
    private const int MaxTries = 20;

    // What three sendings did not bring through was refused by the path, and is in the dead letters.
    private const int MaxTimes = 3;

    /// <summary>
    /// When something that is still missing is sent again: later than the bus remembers ids (ten minutes), so that it is not taken for a
    /// repetition of what was sent before.
    /// </summary>
    public static TimeSpan ResendAfter { get; } = TimeSpan.FromMinutes(15);

    /// <summary>How the sweeps of an account stand.</summary>
    public async Task<SweepState> ReadAsync(string platform, string account, CancellationToken cancellationToken) =>
        await ReadAsync(SweepRows.Partition(platform, account), cancellationToken);

    /// <summary>Changes the state, under its ETag.</summary>
    internal Task UpdateAsync(string partition, Func<SweepState, SweepState> change, CancellationToken cancellationToken) => ApplyAsync(
        partition,
        state => Task.FromResult<(SweepState, IReadOnlyList<TableChange>)>((change(state), [])),
        cancellationToken);

    /// <summary>Writes down what is missing.</summary>
    /// <returns>What of it is to be sent now, and how many had not been found before.</returns>
    internal async Task<(IReadOnlyList<MessageCaptured> ToSend, int Found)> TakeAsync(
        string partition, IReadOnlyList<MessageCaptured> missing, CancellationToken cancellationToken)
    {
        List<MessageCaptured> toSend = [];
        var found = 0;

        // The same happening may stand in a page twice.
        foreach (var some in missing.DistinctBy(message => message.BusId).Chunk(ITables.MaxBatch - 1))
        {
            List<MessageCaptured> taken = [];
            var isNew = 0;
            await ApplyAsync(partition, async state =>
            {
                taken.Clear();
                isNew = 0;
                List<TableChange> changes = [];
                foreach (var message in some)
                {
                    var known = await tables.ReadAsync(TableNames.Settings, partition, SweepRows.SentKey(message), cancellationToken);
                    if (await ChangeOfAsync(partition, message, known, cancellationToken) is { } change)
                    {
                        taken.Add(message);
                        changes.Add(change);
                        isNew += known is null ? 1 : 0;
                    }
                }

                return (state with { Found = state.Found + isNew }, changes);
            }, cancellationToken);
            toSend.AddRange(taken);
            found += isNew;
        }

        return (toSend, found);
    }

    /// <summary>Looks which of those that were sent are recorded by now, and forgets them.</summary>
    /// <returns>How many, and when the oldest happened that may have to be sent again; null when there is none.</returns>
    internal async Task<(int Saved, DateTimeOffset? Waiting)> ConfirmAsync(string partition, CancellationToken cancellationToken)
    {
        List<TableRow> recorded = [];
        DateTimeOffset? waiting = null;
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Settings, TableQuery.Prefix(partition, SweepRows.SentPrefix), cancellationToken))
        {
            if (await tables.ReadAsync(
                TableNames.Conversations, row.Text("Conversation")!, row.Text("Message")!, cancellationToken) is not null)
            {
                recorded.Add(row);
            }
            else if ((int)row.Properties["Times"] < MaxTimes)
            {
                var sentAt = (DateTimeOffset)row.Properties["SentAt"];
                waiting = sentAt < waiting ? sentAt : waiting ?? sentAt;
            }
        }

        var saved = 0;
        foreach (var some in recorded.Chunk(ITables.MaxBatch - 1))
        {
            var gone = 0;
            await ApplyAsync(partition, async state =>
            {
                List<TableChange> changes = [];
                foreach (var row in some)
                {
                    // Another sweep may have confirmed it meanwhile.
                    if (await tables.ReadAsync(TableNames.Settings, partition, row.RowKey, cancellationToken) is { ETag: { } etag })
                    {
                        changes.Add(new TableChange.Delete(row.RowKey, etag));
                    }
                }

                gone = changes.Count;
                return (state with { Saved = state.Saved + gone }, changes);
            }, cancellationToken);
            saved += gone;
        }

        return (saved, waiting);
    }

    private async Task<TableChange?> ChangeOfAsync(
        string partition, MessageCaptured message, TableRow? known, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (known is null)
        {
            // Its webhook may have come since the comparison; or another sweep fetched it, saw it recorded and forgot it.
            return await tables.ReadAsync(
                TableNames.Conversations, message.Conversation.Key, SweepRows.MessageRow(message), cancellationToken) is null
                    ? new TableChange.Insert(SweepRows.Sent(partition, message, 1, now))
                    : null;
        }

        var times = (int)known.Properties["Times"];
        return times < MaxTimes && (DateTimeOffset)known.Properties["At"] + ResendAfter <= now
            ? new TableChange.Replace(SweepRows.Sent(partition, message, times + 1, now), known.ETag!)
            : null;
    }

    private async Task<SweepState> ReadAsync(string partition, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Settings, partition, SweepRows.State, cancellationToken) is { } row
            ? SweepRows.Read(row)
            : new SweepState();

    private async Task ApplyAsync(
        string partition,
        Func<SweepState, Task<(SweepState State, IReadOnlyList<TableChange> Changes)>> changeAsync,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var before = await ReadAsync(partition, cancellationToken);
            var (after, changes) = await changeAsync(before);
            if (after == before && changes.Count == 0)
            {
                return;
            }

            try
            {
                await tables.ApplyAsync(TableNames.Settings, partition, [SweepRows.Over(partition, after), .. changes], cancellationToken);
                return;
            }
            catch (TableConflictException)
            {
                // Read again, and decided again.
            }
        }

        throw new InvalidOperationException($"The state of '{partition}' changed under each of {MaxTries} tries.");
    }
}
