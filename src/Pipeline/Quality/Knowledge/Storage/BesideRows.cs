using Pipeline.Ports;

namespace Pipeline.Quality.Knowledge.Storage;

/// <summary>
/// Notes which rows people brought beside a conversation (questions, tips, requests), before they are written: they stay when it is reopened, and an
/// erasure finds them.
/// </summary>
public sealed class BesideRows(ITables tables)
{
    private const string Prefix = "beside~";

    /// <summary>Notes a row.</summary>
    public Task NoteAsync(string conversationKey, RowPlace place, CancellationToken cancellationToken)
    {
        var partition = Partition(conversationKey);
        var row = new TableRow(partition, Prefix + place.RowKey, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Partition"] = place.PartitionKey,
            ["Row"] = place.RowKey,
        });
        return tables.ApplyAsync(TableNames.Questions, partition, [new TableChange.Upsert(row)], cancellationToken);
    }

    /// <summary>The rows that were noted; some may never have been written.</summary>
    public async Task<IReadOnlyList<RowPlace>> ReadAsync(string conversationKey, CancellationToken cancellationToken)
    {
        List<RowPlace> places = [];
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Questions, TableQuery.Prefix(Partition(conversationKey), Prefix), cancellationToken))
        {
            places.Add(new(row.Text("Partition")!, row.Text("Row")!));
        }

        return places;
    }

    /// <summary>Forgets what was noted, once it is gone.</summary>
    public async Task ForgetAsync(string conversationKey, CancellationToken cancellationToken)
    {
        foreach (var place in await ReadAsync(conversationKey, cancellationToken))
        {
            await tables.DeleteAsync(new(Partition(conversationKey), Prefix + place.RowKey), cancellationToken);
        }
    }

    private static string Partition(string conversationKey) => $"conversation~{conversationKey}";
}
