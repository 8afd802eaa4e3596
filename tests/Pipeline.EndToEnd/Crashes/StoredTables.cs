using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing;
using Pipeline.Sqlite;
using Pipeline.Transcripts.Index;

namespace Pipeline.EndToEnd.Crashes;

/// <summary>The tables of a data folder, whose host has ended.</summary>
/// <param name="Rows">Each row of conversations, index and advisors as text without its ETag, by its place.</param>
/// <param name="MessageIds">The message ids in the transcript of each conversation, by its key: one for each row.</param>
/// <param name="Advisors">The advisors with the places they have given away.</param>
/// <param name="Assigned">The conversations that an advisor has, with that advisor.</param>
internal sealed record StoredTables(
    IReadOnlyDictionary<string, string> Rows,
    ILookup<string, string> MessageIds,
    IReadOnlyList<Advisor> Advisors,
    IReadOnlyList<(string AdvisorId, string Conversation)> Assigned)
{
    /// <summary>Reads them.</summary>
    public static async Task<StoredTables> ReadAsync(string dataFolder, CrashLoad load, CancellationToken cancellationToken)
    {
        using var folder = DataFolder.Open(dataFolder);
        await using var tables = new SqliteTables(folder);
        var conversations = new List<TableRow>();
        foreach (var conversation in load.Conversations)
        {
            // Which cards were told depends on the moment: a transfer that another has followed brings none.
            conversations.AddRange(await tables
                .ReadAllAsync(TableNames.Conversations, new TableQuery(conversation.Key), cancellationToken)
                .Where(row => !row.RowKey.StartsWith("handover-", StringComparison.Ordinal))
                .ToListAsync(cancellationToken));
        }

        var advisors = await tables
            .ReadAllAsync(TableNames.Advisors, new TableQuery(Advisor.Partition), cancellationToken).ToListAsync(cancellationToken);
        var index = await ReadIndexAsync(tables, cancellationToken);
        var rows = new (string Table, IReadOnlyList<TableRow> Rows)[]
        {
            (TableNames.Conversations, conversations), (TableNames.Advisors, advisors), (TableNames.Transcripts, index),
        };
        return new StoredTables(
            rows.SelectMany(part => part.Rows.Select(row => (Place: $"{part.Table} {row.PartitionKey} {row.RowKey}", Text: TextOf(row))))
                .ToDictionary(row => row.Place, row => row.Text, StringComparer.Ordinal),
            conversations.Where(row => row.RowKey.StartsWith(ConversationRowKeys.MessagePrefix, StringComparison.Ordinal))
                .ToLookup(row => row.PartitionKey, row => row.Text("MessageId")!),
            [.. advisors.Select(AdvisorRow.Read)],
            [
                .. conversations.Where(row => row.RowKey == ConversationRowKeys.Assignment)
                    .Select(row => (row.PartitionKey, Assignment.Read(row).View))
                    .Where(assignment => assignment.View is { Status: AssignmentStatus.Assigned })
                    .Select(assignment => (assignment.View!.AdvisorId!, assignment.PartitionKey)),
            ]);
    }

    /// <summary>What differs from other tables, a line each.</summary>
    public IReadOnlyList<string> DifferencesFrom(StoredTables clean) =>
    [
        .. Rows.Keys.Union(clean.Rows.Keys).Order(StringComparer.Ordinal)
            .Where(place => Rows.GetValueOrDefault(place) != clean.Rows.GetValueOrDefault(place))
            .Select(place => $"{place}\n  clean:   {clean.Rows.GetValueOrDefault(place)}\n  crashed: {Rows.GetValueOrDefault(place)}"),
    ];

    // Whole partitions, so that a row which no conversation knows of any more is found as well.
    private static async Task<List<TableRow>> ReadIndexAsync(SqliteTables tables, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>();
        foreach (var partition in IndexKeys.Partitions)
        {
            rows.AddRange(await tables
                .ReadAllAsync(TableNames.Transcripts, new TableQuery(partition), cancellationToken).ToListAsync(cancellationToken));
        }

        return rows;
    }

    // When a place was claimed is of the run, and so are some rows that the hash of all of a conversation is made of.
    private static readonly string[] OfTheRun = ["ClaimedAt", "Projected"];

    private static string TextOf(TableRow row) => string.Join("; ", row.Properties
        .Where(property => !OfTheRun.Contains(property.Key))
        .OrderBy(property => property.Key, StringComparer.Ordinal)
        .Select(property => $"{property.Key}={Convert.ToString(property.Value, CultureInfo.InvariantCulture)}"));
}
