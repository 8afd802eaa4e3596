using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>Reads and writes the rows of a conversation in the index, all of them in one batch.</summary>
public sealed class IndexRows(ITables tables)
{
    /// <summary>Which rows stand; null when none do. One point read.</summary>
    public async Task<IndexEntry?> ReadAsync(string conversationKey, CancellationToken cancellationToken) =>
        await tables.ReadAsync(
            TableNames.Transcripts, IndexKeys.PartitionOf(conversationKey), IndexKeys.Entry(conversationKey), cancellationToken) is { } row
            ? IndexEntry.Read(row)
            : null;

    /// <summary>
    /// Puts the rows of a summary in place of those that stand. Where so much differs that it is more than a batch, the conversation is out of the
    /// index in between; its entry says so, and whoever comes after a crash writes it.
    /// </summary>
    /// <returns>The entry's new version; null when others stand than those that were read.</returns>
    public async Task<string?> TryWriteAsync(
        string conversationKey, IndexEntry? standing, IndexEntry entry, TableRow summary, CancellationToken cancellationToken)
    {
        var changes = Changes(conversationKey, standing, entry, summary);
        if (changes.Count <= ITables.MaxBatch)
        {
            return await TryApplyAsync(summary.PartitionKey, changes, cancellationToken);
        }

        var bare = standing! with { Facets = [], Digest = "", Projected = IndexEntry.Partly };
        return await TryApplyAsync(
            summary.PartitionKey,
            [
                new TableChange.Replace(bare.ToRow(conversationKey), standing!.ETag!),
                .. standing.FacetRows.Append(standing.SummaryRow).Select(key => new TableChange.Delete(key)),
            ],
            cancellationToken) is { } version
            ? await TryApplyAsync(
                summary.PartitionKey, Changes(conversationKey, bare with { ETag = version }, entry, summary), cancellationToken)
            : null;
    }

    /// <summary>Changes what the entry says of the projections alone.</summary>
    /// <returns>Whether it was changed; not when another entry stands than the one that was read.</returns>
    public async Task<bool> TryMarkAsync(string conversationKey, IndexEntry standing, CancellationToken cancellationToken)
    {
        var row = standing.ToRow(conversationKey);
        return await TryApplyAsync(row.PartitionKey, [new TableChange.Replace(row, standing.ETag!)], cancellationToken) is not null;
    }

    /// <summary>The changes that put the rows of a summary in place of those that stand: one batch, the entry first.</summary>
    public static IList<TableChange> Changes(string conversationKey, IndexEntry? standing, IndexEntry entry, TableRow summary)
    {
        var row = entry.ToRow(conversationKey);
        var before = standing is null ? [] : standing.FacetRows.Append(standing.SummaryRow).ToHashSet(StringComparer.Ordinal);
        var after = entry.FacetRows.Append(entry.SummaryRow).ToHashSet(StringComparer.Ordinal);
        return
        [
            standing is null ? new TableChange.Insert(row) : new TableChange.Replace(row, standing.ETag!),
            new TableChange.Upsert(summary),
            .. entry.FacetRows.Where(key => !before.Contains(key)).Select(key => new TableChange.Upsert(new(row.PartitionKey, key, NoColumns))),
            .. before.Where(key => !after.Contains(key)).Select(key => new TableChange.Delete(key)),
        ];
    }

    /// <summary>Removes the rows that stand.</summary>
    /// <returns>Whether they were removed; not when others stand than those that were read.</returns>
    public async Task<bool> TryRemoveAsync(string conversationKey, IndexEntry standing, CancellationToken cancellationToken)
    {
        List<TableChange> changes =
        [
            new TableChange.Delete(IndexKeys.Entry(conversationKey), standing.ETag),
            .. standing.FacetRows.Append(standing.SummaryRow).Select(key => new TableChange.Delete(key)),
        ];
        return await TryApplyAsync(IndexKeys.PartitionOf(conversationKey), changes, cancellationToken) is not null;
    }

    private static IReadOnlyDictionary<string, object> NoColumns { get; } = new Dictionary<string, object>(0);

    // The first change is the entry's, under its version. That a row to be removed is gone already only somebody outside can have done.
    private async Task<string?> TryApplyAsync(string partition, IList<TableChange> asked, CancellationToken cancellationToken)
    {
        var changes = asked.ToList();
        while (true)
        {
            try
            {
                return (await tables.ApplyAsync(TableNames.Transcripts, partition, changes, cancellationToken))[0] ?? "";
            }
            catch (TableConflictException exception) when (exception.Index == 0)
            {
                return null;
            }
            catch (TableConflictException exception) when (exception.Conflict == TableConflict.RowMissing)
            {
                changes.RemoveAt(exception.Index);
            }
        }
    }
}
