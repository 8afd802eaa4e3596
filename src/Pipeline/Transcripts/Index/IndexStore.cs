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
        var row = await tables.ReadAsync(
            TableNames.Transcripts, IndexKeys.PartitionOf(conversationKey), IndexKeys.Entry(conversationKey), cancellationToken);
        return row is null ? [] : [KeptItem.Of("index row", row)];
    }

    /// <inheritdoc/>
    public Task EraseAsync(string conversationKey, CancellationToken cancellationToken) => indexer.ForgetAsync(conversationKey, cancellationToken);
}
