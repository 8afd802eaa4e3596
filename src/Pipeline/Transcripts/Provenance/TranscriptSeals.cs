using System.Text;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Provenance;

/// <summary>
/// Seals closed conversations: what each message row was, to the byte. Whatever legitimately happens later (an edit, a deletion, a late message)
/// is a row of its own and makes another version; a row that was changed in its place is never sealed anew, so that it stays found.
/// </summary>
public sealed class TranscriptSeals(ITables tables, IOptions<TranscriptOptions> options, TimeProvider clock) : IConversationProjection
{
    private const int MaxTries = 10;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.Value.SealKey ?? "");

    /// <inheritdoc/>
    public string Name => "seals";

    /// <inheritdoc/>
    public async Task ProjectAsync(ConversationRecord record, CancellationToken cancellationToken)
    {
        var chain = new ConversationChain(record.Key, record.Rows);
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var before = await NewestAsync(record.Key, cancellationToken);
            var found = chain.Against(before?.Entries ?? []);
            if ((before is not null && found.Merged.SequenceEqual(before.Entries))
                || await TryInsertAsync(SealRow.Next(record.Key, before, found, clock.GetUtcNow(), _key).ToRow(record.Key), cancellationToken))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The seals of '{record.Key}' changed under each of {MaxTries} tries.");
    }

    /// <summary>Of a conversation that was opened again the seals stand: they still hold for what was said. Of one that is gone, they go too.</summary>
    public async Task RemoveAsync(string conversationKey, CancellationToken cancellationToken)
    {
        if (await tables.ReadAsync(TableNames.Conversations, conversationKey, ConversationRowKeys.Head, cancellationToken) is not null)
        {
            return;
        }

        var rows = new List<TableChange>();
        await foreach (var row in tables.ReadAllAsync(TableNames.Seals, new TableQuery(conversationKey), cancellationToken))
        {
            rows.Add(new TableChange.Delete(row.RowKey));
        }

        foreach (var chunk in rows.Chunk(ITables.MaxBatch))
        {
            await tables.ApplyAsync(TableNames.Seals, conversationKey, chunk, cancellationToken);
        }
    }

    /// <summary>Holds a conversation against its seals, whatever its message rows say: one that was tampered with may not even be read.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="rows">Every row of its partition, the head among them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<TranscriptChain> VerifyAsync(
        string key, IReadOnlyDictionary<string, TableRow> rows, CancellationToken cancellationToken)
    {
        var head = HeadRow.Read(rows[ConversationRowKeys.Head]);
        var seals = new List<SealRow>();
        var isReadable = true;
        await foreach (var row in tables.ReadAllAsync(TableNames.Seals, new TableQuery(key), cancellationToken))
        {
            if (TryRead(row) is { } seal)
            {
                seals.Insert(0, seal);
            }
            else
            {
                isReadable = false;
            }
        }

        var chain = new ConversationChain(key, rows);
        var found = chain.Against(seals.Count > 0 ? seals[^1].Entries : []);
        var broken = found.First
            ?? (isReadable && AllHold(key, seals) ? null : new ChainBreak(ChainBreakKind.Seal, null, null, null))
            ?? AddedPast(head, rows, found);
        return new TranscriptChain
        {
            Verdict = broken is not null ? ChainVerdict.Broken
                : head.Folded is not { State.Closed: true } ? ChainVerdict.Open
                : found.Added.Count > 0 ? ChainVerdict.Pending
                : ChainVerdict.Intact,
            FirstBroken = broken,
            Links = chain.Describe(),
            Seals = [.. seals.Select(seal => seal.Seal)],
            Signed = _key.Length > 0,
        };
    }

    private bool AllHold(string key, List<SealRow> seals)
    {
        SealRow? before = null;
        return seals.TrueForAll(seal =>
        {
            var holds = seal.Holds(key, before, _key);
            before = seal;
            return holds;
        });
    }

    // Record writes a row and the state that it makes in one batch: more rows than the state is made of came by another way.
    private static ChainBreak? AddedPast(HeadRow head, IReadOnlyDictionary<string, TableRow> rows, ChainComparison found)
    {
        if (found.Added.Count == 0)
        {
            return null;
        }

        var timeline = new ConversationTimeline(rows.Values
            .Where(row => row.RowKey.StartsWith(ConversationRowKeys.MessagePrefix, StringComparison.Ordinal))
            .Select(MessageRow.Read));
        return timeline.Entries.Sum(entry => entry.Weight) == (head.Folded?.State.Position ?? 0) && timeline.Orphans == head.Orphans
            ? null
            : found.Added[0];
    }

    private static SealRow? TryRead(TableRow row)
    {
        try
        {
            return SealRow.Read(row);
        }
        catch (Exception exception) when (exception is FormatException or InvalidCastException or KeyNotFoundException or ArgumentException)
        {
            return null;
        }
    }

    private async Task<SealRow?> NewestAsync(string key, CancellationToken cancellationToken)
    {
        await foreach (var row in tables.ReadAllAsync(TableNames.Seals, new TableQuery(key, MaxRows: 1), cancellationToken))
        {
            return SealRow.Read(row);
        }

        return null;
    }

    private async Task<bool> TryInsertAsync(TableRow row, CancellationToken cancellationToken)
    {
        try
        {
            await tables.ApplyAsync(TableNames.Seals, row.PartitionKey, [new TableChange.Insert(row)], cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            // Another one sealed at the same time: what it sealed is read first.
            return false;
        }
    }
}
