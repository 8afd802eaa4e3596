using Pipeline.Ports;

namespace Pipeline.Protection.Erasure;

/// <summary>Erases conversations from every store, those first that need the others to find theirs. For erasures and for retention.</summary>
public sealed class ConversationEraser(IEnumerable<IPersonalStore> stores)
{
    private readonly IPersonalStore[] _stores = [.. stores.OrderBy(store => store.Order).ThenBy(store => store.Name, StringComparer.Ordinal)];

    /// <summary>The stores, in the order in which they are erased.</summary>
    public IReadOnlyList<IPersonalStore> Stores => _stores;

    /// <summary>How many items each store keeps of a conversation.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var items = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var store in _stores)
        {
            items[store.Name] = items.GetValueOrDefault(store.Name) + (await store.ReadAsync(conversationKey, cancellationToken)).Count;
        }

        return items;
    }

    /// <summary>Erases them. Harmless when nothing is there, and to be repeated after a crash anywhere.</summary>
    public async Task EraseAsync(IReadOnlyCollection<string> conversationKeys, CancellationToken cancellationToken)
    {
        foreach (var store in _stores)
        {
            await store.EraseAsync(conversationKeys, cancellationToken);
        }
    }
}
