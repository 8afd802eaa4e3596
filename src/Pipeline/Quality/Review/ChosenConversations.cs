using System.Text.Json.Serialization.Metadata;
using Pipeline.Ports;

namespace Pipeline.Quality.Review;

/// <summary>
/// Knows in which samples and calibration rounds a conversation is: a row each, in a partition of the conversation, so that its key can be taken out of
/// them without reading all.
/// </summary>
internal static class ChosenConversations
{
    private const string At = "Partition";
    private const string Id = "Row";
    private const int MaxTries = 10;

    /// <summary>
    /// Notes where conversations were chosen. To be called before what chose them is written, so that a crash leaves no key that nothing leads to; and
    /// once more afterwards, for an erasure may have come between.
    /// </summary>
    public static async Task NoteAsync(
        ITables tables, IEnumerable<string> conversations, string partition, string id, CancellationToken cancellationToken)
    {
        foreach (var key in conversations)
        {
            var row = new TableRow(PartitionOf(key), $"{partition}~{id}", new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [At] = partition,
                [Id] = id,
            });
            await tables.ApplyAsync(TableNames.Reviews, row.PartitionKey, [new TableChange.Upsert(row)], cancellationToken);
        }
    }

    /// <summary>Where a conversation was chosen.</summary>
    public static async Task<IReadOnlyList<TableRow>> OfAsync(ITables tables, string conversationKey, CancellationToken cancellationToken)
    {
        List<TableRow> rows = [];
        await foreach (var row in tables.ReadAllAsync(TableNames.Reviews, new TableQuery(PartitionOf(conversationKey)), cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Takes a conversation out of what a note leads to, then the note away.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="note">The note.</param>
    /// <param name="type">How what it leads to is written.</param>
    /// <param name="without">The same without the conversation; null when the conversation is not in it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task TakeOutAsync<T>(
        ITables tables, TableRow note, JsonTypeInfo<T> type, Func<T, T?> without, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var standing = await tables.ReadAsync(TableNames.Reviews, note.Text(At)!, note.Text(Id)!, cancellationToken);
            if (standing is null || without(ReviewRows.Read(standing, type)) is not { } changed)
            {
                await Places.DeleteAsync(tables, note.PartitionKey, note.RowKey, cancellationToken);
                return;
            }

            try
            {
                var row = ReviewRows.Row(standing.PartitionKey, standing.RowKey, changed, type);
                await tables.ApplyAsync(
                    TableNames.Reviews, row.PartitionKey, [new TableChange.Replace(row, standing.ETag!)], cancellationToken);
            }
            catch (TableConflictException)
            {
                // Another conversation was taken out of it at the same moment.
            }
        }

        throw new InvalidOperationException($"What {note.RowKey} leads to changed under each of {MaxTries} tries to take a conversation out.");
    }

    /// <summary>In which partition what a note leads to stands.</summary>
    public static string Kind(TableRow note) => note.Text(At)!;

    private static string PartitionOf(string conversationKey) => $"chosen~{conversationKey}";
}
