using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>
/// The rows that versions wrote whose index had a partition for each facet's value, and a row in the conversation that listed them. Re-indexing takes
/// them away.
/// </summary>
internal static class EarlierIndex
{
    private const string ListRow = "head-index";

    /// <summary>Removes a conversation's rows and their list; does nothing where there are none.</summary>
    public static async Task RemoveAsync(ITables tables, string conversationKey, CancellationToken cancellationToken)
    {
        if (await tables.ReadAsync(TableNames.Conversations, conversationKey, ListRow, cancellationToken) is not { } list)
        {
            return;
        }

        foreach (var line in JsonSerializer.Deserialize(list.Text("Rows")!, PipelineJson.Default.IReadOnlyListString)!)
        {
            var parts = line.Split('|', 2);
            await RemoveAsync(tables, TableNames.Transcripts, parts[0], parts[1], cancellationToken);
        }

        await RemoveAsync(tables, TableNames.Conversations, conversationKey, ListRow, cancellationToken);
    }

    private static async Task RemoveAsync(ITables tables, string table, string partition, string row, CancellationToken cancellationToken)
    {
        try
        {
            await tables.ApplyAsync(table, partition, [new TableChange.Delete(row)], cancellationToken);
        }
        catch (TableConflictException exception) when (exception.Conflict == TableConflict.RowMissing)
        {
            // An earlier try removed it before it stopped.
        }
    }
}
