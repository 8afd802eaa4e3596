using System.Globalization;
using Pipeline.Ports;
using Pipeline.Transcripts.Search.Segments;

namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>The state of the index as read, with the conversations of each segment that do not count any more.</summary>
/// <param name="State">The state.</param>
/// <param name="Gone">By segment, the conversations (numbers within it, ascending) that are gone; of segments that have any.</param>
/// <param name="ETag">The version of the state's row; null when there is none yet.</param>
/// <param name="RowsRead">How many rows were read.</param>
internal sealed record IndexReading(IndexState State, IReadOnlyDictionary<int, int[]> Gone, string? ETag, int RowsRead);

/// <summary>Reads and changes the state of the index: one partition, so that segments and what is gone from them change in one batch.</summary>
internal sealed class SearchStateStore(ITables tables)
{
    private const string Partition = "index";
    private const string StateRow = "state";
    private const string GonePrefix = "gone!";
    private const int MaxTries = 10;

    /// <summary>Reads the state: one query.</summary>
    public async Task<IndexReading> ReadAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (state, etag, rows) = (new IndexState(), (string?)null, 0);
            var gone = new Dictionary<int, int[]>();
            await foreach (var row in tables.ReadAllAsync(TableNames.Search, new TableQuery(Partition), cancellationToken))
            {
                rows++;
                if (row.RowKey == StateRow)
                {
                    (state, etag) = (IndexState.Read(LongText.Get(row, "State")), row.ETag);
                }
                else
                {
                    gone[int.Parse(row.RowKey.AsSpan(GonePrefix.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture)] = ReadGone(row);
                }
            }

            // Read while it changed: the rows of two states. The next reading is of one.
            if (state.Segments.All(segment => (gone.GetValueOrDefault(segment.Id)?.Length ?? 0) == segment.Gone) || attempt == MaxTries)
            {
                return new(state, gone, etag, rows);
            }
        }
    }

    /// <summary>Writes a state in place of the one that was read, and what is gone from segments.</summary>
    /// <param name="before">The state as read.</param>
    /// <param name="after">The new one.</param>
    /// <param name="gone">For segments of the new state, what is gone where that changed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when the state was changed meanwhile; nothing was written.</returns>
    public async Task<bool> TryWriteAsync(
        IndexReading before, IndexState after, IReadOnlyDictionary<int, int[]>? gone, CancellationToken cancellationToken)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        LongText.Put(properties, "State", after.Write());
        var row = new TableRow(Partition, StateRow, properties);
        var kept = after.Segments.Select(segment => segment.Id).ToHashSet();
        TableChange[] changes =
        [
            before.ETag is null ? new TableChange.Insert(row) : new TableChange.Replace(row, before.ETag),
            .. (gone ?? new Dictionary<int, int[]>()).Select(pair => new TableChange.Upsert(GoneRow(pair.Key, pair.Value))),
            .. before.Gone.Keys.Where(id => !kept.Contains(id)).Select(id => new TableChange.Delete(GoneKey(id))),
        ];
        try
        {
            await tables.ApplyAsync(TableNames.Search, Partition, changes, cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    /// <summary>Changes the state until the change is made of what stands.</summary>
    /// <param name="change">The new state of a state; null to leave it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was read before the change that was written, or that was left.</returns>
    public async Task<IndexReading> ChangeAsync(Func<IndexState, IndexState?> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var before = await ReadAsync(cancellationToken);
            if (change(before.State) is not { } after || await TryWriteAsync(before, after, null, cancellationToken))
            {
                return before;
            }
        }

        throw new InvalidOperationException($"The state of the search index changed under each of {MaxTries} tries to change it.");
    }

    private static string GoneKey(int segment) => string.Create(CultureInfo.InvariantCulture, $"{GonePrefix}{segment:X8}");

    private static TableRow GoneRow(int segment, int[] gone)
    {
        var (writer, last) = (new ByteWriter(), 0);
        foreach (var ordinal in gone)
        {
            writer.Number(ordinal - last);
            last = ordinal;
        }

        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        RowBytes.Put(properties, writer.Written);
        return new TableRow(Partition, GoneKey(segment), properties);
    }

    private static int[] ReadGone(TableRow row)
    {
        var (bytes, ordinal) = (RowBytes.Get(row), 0);
        var gone = new List<int>();
        for (var at = 0; at < bytes.Length;)
        {
            ordinal += Numbers.Int(bytes, ref at);
            gone.Add(ordinal);
        }

        return [.. gone];
    }
}
