using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Speaking;

/// <summary>Suggestions as a row of their conversation keeps them.</summary>
/// <param name="OrderKey">The place of the customer's message that they answer.</param>
/// <param name="Position">The position of the state they were made from.</param>
/// <param name="Language">Their language.</param>
/// <param name="Suggestions">All that was found, best first.</param>
/// <param name="HeldOut">Whether they are shown to nobody.</param>
internal sealed record StoredSuggestions(
    string OrderKey, int Position, string Language, IReadOnlyList<Suggestion> Suggestions, bool HeldOut)
{
    public static StoredSuggestions Read(TableRow row) => new(
        row.RowKey[ConversationRowKeys.SuggestionsPrefix.Length..],
        (int)row.Properties["Position"],
        row.Text("Language")!,
        JsonSerializer.Deserialize(row.Text("Suggestions")!, PipelineJson.Default.IReadOnlyListSuggestion)!,
        row.Properties.ContainsKey("HeldOut"));

    public static async Task<StoredSuggestions?> FindAsync(
        ITables tables, string conversationKey, string orderKey, CancellationToken cancellationToken) =>
        await tables.ReadAsync(
            TableNames.Conversations, conversationKey, ConversationRowKeys.Suggestions(orderKey), cancellationToken) is { } row
            ? Read(row)
            : null;

    /// <summary>The suggestions for the messages from a place on, in order. One query.</summary>
    public static async Task<IReadOnlyList<StoredSuggestions>> FindFromAsync(
        ITables tables, string conversationKey, string fromOrderKey, CancellationToken cancellationToken)
    {
        var query = TableQuery.Prefix(conversationKey, ConversationRowKeys.SuggestionsPrefix) with
        {
            FromRowKey = ConversationRowKeys.Suggestions(fromOrderKey),
        };
        var found = new List<StoredSuggestions>();
        await foreach (var row in tables.ReadAllAsync(TableNames.Conversations, query, cancellationToken))
        {
            found.Add(Read(row));
        }

        return found;
    }
}
