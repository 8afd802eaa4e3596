using System.Globalization;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Speaking;

/// <summary>A holding phrase that was offered in a silence: at most one a silence, whose beginning is in the key of its row.</summary>
/// <param name="Version">The version of the conversation that it answers.</param>
/// <param name="Language">Its language.</param>
/// <param name="Suggestion">The phrase.</param>
/// <param name="IsTold">Whether it was sent to the platform.</param>
/// <param name="ETag">The version of the row as read.</param>
internal sealed record Holding(SuggestionVersion Version, string Language, Suggestion Suggestion, bool IsTold, string? ETag = null)
{
    private const string WritingRow = "writing";

    public static string RowKey(DateTimeOffset silentSince) =>
        ConversationRowKeys.HoldingPrefix + silentSince.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfffffff", CultureInfo.InvariantCulture);

    public static Holding Read(TableRow row) => new(
        new(row.Text("MessageId")!, row.Text("OrderKey")!, (int)row.Properties["Position"]),
        row.Text("Language")!,
        JsonSerializer.Deserialize(row.Text("Suggestions")!, PipelineJson.Default.IReadOnlyListSuggestion)![0],
        (bool)row.Properties["Told"],
        row.ETag);

    public TableRow ToRow(string conversationKey, DateTimeOffset silentSince) => new(
        conversationKey,
        RowKey(silentSince),
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["MessageId"] = Version.MessageId,
            ["OrderKey"] = Version.OrderKey,
            ["Position"] = Version.Position,
            ["Language"] = Language,
            ["Suggestions"] = JsonSerializer.Serialize([Suggestion], PipelineJson.Default.IReadOnlyListSuggestion),
            ["Told"] = IsTold,
        });

    /// <summary>The one of a silence; null when none was offered in it.</summary>
    public static async Task<Holding?> FindAsync(
        ITables tables, string conversationKey, DateTimeOffset silentSince, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Conversations, conversationKey, RowKey(silentSince), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>The one with this suggestion; null when there is none.</summary>
    public static async Task<Holding?> FindAsync(
        ITables tables, string conversationKey, string suggestionId, CancellationToken cancellationToken)
    {
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Conversations, TableQuery.Prefix(conversationKey, ConversationRowKeys.HoldingPrefix), cancellationToken))
        {
            if (Read(row) is var holding && holding.Suggestion.Id == suggestionId)
            {
                return holding;
            }
        }

        return null;
    }

    /// <summary>The change that notes that the advisor is writing.</summary>
    public static TableChange Writing(string conversationKey, DateTimeOffset at) =>
        new TableChange.Upsert(new(conversationKey, WritingRow, new Dictionary<string, object>(StringComparer.Ordinal) { ["At"] = at }));

    /// <summary>When the advisor was last said to be writing; null when never.</summary>
    public static async Task<DateTimeOffset?> ReadWritingAsync(ITables tables, string conversationKey, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Conversations, conversationKey, WritingRow, cancellationToken) is { } row
            ? (DateTimeOffset)row.Properties["At"]
            : null;
}
