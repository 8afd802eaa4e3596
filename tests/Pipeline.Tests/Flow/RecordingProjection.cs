using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Tests.Flow;

/// <summary>Keeps of each closed conversation a hash of all the rows that it was shown: so whatever it was not shown is seen.</summary>
internal sealed class RecordingProjection(ITables tables) : IConversationProjection
{
    public const string Table = "Recorded";

    public string Name => "recording";

    public static void Add(IServiceCollection services) => services.AddSingleton<IConversationProjection, RecordingProjection>();

    private int _calls;

    /// <summary>How often something was recorded.</summary>
    public int Calls => _calls;

    /// <summary>What recording waits for.</summary>
    public Task Before { get; init; } = Task.CompletedTask;

    public async Task ProjectAsync(ConversationRecord record, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        await Before.WaitAsync(cancellationToken);
        await Task.Yield();
        await tables.ApplyAsync(
            Table,
            record.Key,
            [new TableChange.Upsert(new(record.Key, "record", new Dictionary<string, object> { ["Digest"] = DigestOf(record.Rows.Values) }))],
            cancellationToken);
    }

    public async Task RemoveAsync(string conversationKey, CancellationToken cancellationToken)
    {
        if (await tables.ReadAsync(Table, conversationKey, "record", cancellationToken) is { ETag: { } etag })
        {
            await tables.ApplyAsync(Table, conversationKey, [new TableChange.Delete("record", etag)], cancellationToken);
        }
    }

    /// <summary>The conversations whose rows are not what was recorded last; an open one must not be recorded at all.</summary>
    public static IReadOnlyList<string> Stale(InMemoryTables tables)
    {
        var rows = tables.Dump();
        return
        [
            .. rows.Where(entry => entry.Table == TableNames.Conversations)
                .GroupBy(entry => entry.Row.PartitionKey, entry => entry.Row)
                .Where(conversation => RecordedOf(rows, conversation.Key) != (IsClosed(conversation) ? DigestOf(conversation) : null))
                .Select(conversation => conversation.Key),
        ];
    }

    private static bool IsClosed(IEnumerable<TableRow> rows) => rows.Any(row => row.RowKey == ConversationRowKeys.Head && row.Properties["Closed"] is true);

    private static string? RecordedOf(IReadOnlyList<(string Table, TableRow Row)> rows, string key) =>
        rows.FirstOrDefault(entry => entry.Table == Table && entry.Row.PartitionKey == key).Row?.Text("Digest");

    // That somebody is writing at the moment, nothing is made from.
    private static string DigestOf(IEnumerable<TableRow> rows) => StableHash.Of(string.Join('\n', rows
        .Where(row => row.RowKey != "writing")
        .OrderBy(row => row.RowKey, StringComparer.Ordinal)
        .Select(row => row.RowKey + " " + string.Join("; ", row.Properties
            .OrderBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => $"{property.Key}={Convert.ToString(property.Value, CultureInfo.InvariantCulture)}"))))).ToString("x16", CultureInfo.InvariantCulture);
}
