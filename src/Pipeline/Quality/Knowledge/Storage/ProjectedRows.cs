using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Knowledge.Storage;

/// <summary>
/// The rows that closed conversations bring into the table Questions. Which rows stand of a conversation is noted before any is written, so that
/// none is ever left behind that nobody knows of; writing the same again, at once or after a crash, ends in the same rows.
/// </summary>
public sealed class ProjectedRows(ITables tables)
{
    private const int MaxTries = 20;

    /// <summary>The places that stand.</summary>
    /// <param name="conversationKey">The conversation.</param>
    /// <param name="kind">What brings them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<RowPlace>> StandingAsync(string conversationKey, string kind, CancellationToken cancellationToken) =>
        Places(await NoteAsync(conversationKey, kind, cancellationToken));

    /// <summary>Writes the rows in place of what stood.</summary>
    public async Task WriteAsync(string conversationKey, string kind, IReadOnlyList<TableRow> rows, CancellationToken cancellationToken)
    {
        var touched = new HashSet<RowPlace>();
        RowPlace[] wanted = [.. rows.Select(row => new RowPlace(row.PartitionKey, row.RowKey))];
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var note = await NoteAsync(conversationKey, kind, cancellationToken);
            var standing = Places(note).ToHashSet();
            if (rows.Count == 0 && note is null && touched.Count == 0)
            {
                return;
            }

            touched.UnionWith(standing);
            var etag = note?.ETag;
            if (wanted.Except(standing).Any() && (etag = await TryNoteAsync(conversationKey, kind, [.. touched.Union(wanted)], etag, cancellationToken)) is null)
            {
                continue;
            }

            touched.UnionWith(wanted);
            foreach (var partition in rows.GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
            {
                foreach (var batch in partition.Chunk(ITables.MaxBatch))
                {
                    await tables.ApplyAsync(
                        TableNames.Questions, partition.Key, [.. batch.Select(row => new TableChange.Upsert(row))], cancellationToken);
                }
            }

            foreach (var gone in touched.Except(wanted))
            {
                await tables.DeleteAsync(gone, cancellationToken);
            }

            if (await TryNoteAsync(conversationKey, kind, wanted, etag, cancellationToken) is not null)
            {
                return;
            }
        }

        throw new InvalidOperationException($"What '{conversationKey}' brings changed under each of {MaxTries} tries to write it.");
    }

    private Task<TableRow?> NoteAsync(string conversationKey, string kind, CancellationToken cancellationToken) =>
        tables.ReadAsync(TableNames.Questions, Partition(conversationKey), kind, cancellationToken);

    // An empty list is kept as no row.
    private async Task<string?> TryNoteAsync(
        string conversationKey, string kind, RowPlace[] places, string? etag, CancellationToken cancellationToken)
    {
        if (places.Length == 0 && etag is null)
        {
            return "";
        }

        var partition = Partition(conversationKey);
        string[] lines = [.. places.Select(place => $"{place.PartitionKey}|{place.RowKey}").Order(StringComparer.Ordinal)];
        var row = new TableRow(partition, kind, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Rows"] = JsonSerializer.Serialize(lines, PipelineJson.Default.IReadOnlyListString),
        });
        try
        {
            var written = await tables.ApplyAsync(
                TableNames.Questions,
                partition,
                [
                    etag is null ? new TableChange.Insert(row)
                    : lines.Length == 0 ? new TableChange.Delete(kind, etag)
                    : new TableChange.Replace(row, etag),
                ],
                cancellationToken);
            return written[0] ?? "";
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    private static string Partition(string conversationKey) => $"conversation~{conversationKey}";

    private static RowPlace[] Places(TableRow? note) => note is null
        ? []
        : [.. JsonSerializer.Deserialize(note.Text("Rows")!, PipelineJson.Default.IReadOnlyListString)!
            .Select(line => line.Split('|', 2))
            .Select(parts => new RowPlace(parts[0], parts[1]))];
}

/// <summary>Where a row is.</summary>
public readonly record struct RowPlace(string PartitionKey, string RowKey);
