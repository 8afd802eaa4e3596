using Pipeline.Ports;
using Pipeline.Routing.Difficulty;

namespace Pipeline.Routing.Capacity;

/// <summary>
/// The conversations that wait for an advisor, in one partition. A row is written before the assignment says that it waits and removed after
/// it says otherwise: a crash in between leaves a row too many, never one too few.
/// </summary>
public sealed class WaitingLine(ITables tables, TimeProvider clock)
{
    // Where nobody waits, as is usual, not every close needs to look.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private volatile Moment? _emptyAt;

    /// <summary>Whether nobody waited when this instance looked a few seconds ago.</summary>
    public bool IsKnownEmpty => _emptyAt is { } at && clock.GetElapsedTime(at.Timestamp) < Fresh;

    /// <summary>All that wait, first who comes first: by <see cref="QueuePriority"/>, then who came first.</summary>
    public async Task<IReadOnlyList<WaitingEntry>> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var readAt = new Moment(clock.GetTimestamp());
        var entries = new List<WaitingEntry>();
        await foreach (var row in tables.ReadAllAsync(TableNames.Advisors, new TableQuery(WaitingEntry.Partition), cancellationToken))
        {
            entries.Add(WaitingEntry.Read(row));
        }

        _emptyAt = entries.Count == 0 ? readAt : null;
        return InOrder(entries, now);
    }

    /// <summary>Those who wait, first who comes first. Pure.</summary>
    public static IReadOnlyList<WaitingEntry> InOrder(IEnumerable<WaitingEntry> entries, DateTimeOffset now) =>
    [
        .. entries
            .OrderByDescending(entry => QueuePriority.Of(entry.Decision, now - entry.Since))
            .ThenBy(entry => entry.Since)
            .ThenBy(entry => entry.Ask.Conversation, StringComparer.Ordinal),
    ];

    /// <summary>Puts a conversation in the line, or writes down anew what it needs.</summary>
    public async Task PutAsync(WaitingEntry entry, CancellationToken cancellationToken)
    {
        await tables.ApplyAsync(
            TableNames.Advisors, WaitingEntry.Partition, [new TableChange.Upsert(entry.ToRow())], cancellationToken);
        _emptyAt = null;
    }

    /// <summary>Takes a conversation out of the line; one that is not in it is left as it is.</summary>
    /// <param name="conversationKey">The conversation.</param>
    /// <param name="etag">The version that the row must still have; null for any.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RemoveAsync(string conversationKey, string? etag, CancellationToken cancellationToken)
    {
        try
        {
            await tables.ApplyAsync(
                TableNames.Advisors, WaitingEntry.Partition, [new TableChange.Delete(conversationKey, etag)], cancellationToken);
        }
        catch (TableConflictException)
        {
            // Somebody removed it before, or lined it up again meanwhile.
        }
    }

    private sealed record Moment(long Timestamp);
}
