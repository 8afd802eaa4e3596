using Pipeline.Ports;

namespace Pipeline.Transcripts.Search;

/// <summary>
/// What the index of words keeps of a conversation. To a person nothing of it is shown: its words are those of the messages. An erasure has every part of
/// the index that held it written anew.
/// </summary>
public sealed class SearchStore(ITranscriptSearchUpkeep upkeep) : IPersonalStore
{
    /// <inheritdoc/>
    public string Name => "search";

    // After the index, whose forgetting marks it as gone.
    /// <inheritdoc/>
    public int Order => 1;

    /// <inheritdoc/>
    public Task<IReadOnlyList<KeptItem>> ReadAsync(string conversationKey, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<KeptItem>>([]);

    /// <inheritdoc/>
    public Task EraseAsync(string conversationKey, CancellationToken cancellationToken) => upkeep.EraseAsync([conversationKey], cancellationToken);

    /// <inheritdoc/>
    public Task EraseAsync(IReadOnlyCollection<string> conversationKeys, CancellationToken cancellationToken) =>
        upkeep.EraseAsync(conversationKeys, cancellationToken);
}
