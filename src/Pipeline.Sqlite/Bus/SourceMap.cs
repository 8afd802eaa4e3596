using System.Collections.Frozen;

namespace Pipeline.Sqlite.Bus;

/// <summary>The queues and subscriptions that are declared, by number and by name.</summary>
internal sealed class SourceMap(IReadOnlyList<MessageSource> sources)
{
    private readonly FrozenDictionary<int, MessageSource> _byNumber = sources.ToFrozenDictionary(source => source.Number);
    private readonly FrozenDictionary<string, MessageSource> _byName =
        sources.ToFrozenDictionary(source => source.Name, StringComparer.Ordinal);

    /// <summary>All of them, in the order of the topology.</summary>
    public IReadOnlyList<MessageSource> All => sources;

    /// <summary>The source of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public MessageSource Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.TryGetValue(name, out var source)
            ? source
            : throw new ArgumentException(
                $"The bus has no queue or subscription '{name}'. It has: {string.Join(", ", sources.Select(known => known.Name))}.",
                nameof(name));
    }

    /// <summary>Gives a committed message to its sources: each delivers it on its own.</summary>
    public void Add(int[] targets, StoredDelivery delivery)
    {
        foreach (var target in targets)
        {
            // A subscription that is no longer declared keeps its messages in the database.
            if (_byNumber.TryGetValue(target, out var source))
            {
                source.Add(targets.Length == 1 ? delivery : new StoredDelivery(delivery.Sequence, delivery.Message, delivery.IsShared));
            }
        }
    }
}
