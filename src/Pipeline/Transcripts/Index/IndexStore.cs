using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>What stands of a conversation in the index of transcripts, and in all that is made from closed conversations.</summary>
public sealed class IndexStore(ITables tables, ITranscriptIndexer indexer) : IPersonalStore
{
    /// <inheritdoc/>
    public string Name => "index";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptItem>> ReadAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var row = await tables.ReadAsync(TableNames.Conversations, conversationKey, ConversationRowKeys.Index, cancellationToken);
        return row?.Text("Rows") is { } rows
            ? [.. JsonSerializer.Deserialize(rows, PipelineJson.Default.IReadOnlyListString)!.Select(place =>
                new KeptItem("index row", new Dictionary<string, object>(StringComparer.Ordinal) { ["place"] = place }))]
            : [];
    }

    /// <inheritdoc/>
    public Task EraseAsync(string conversationKey, CancellationToken cancellationToken) => indexer.ForgetAsync(conversationKey, cancellationToken);
}
