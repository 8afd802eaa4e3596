namespace Pipeline.Sqlite.Bus;

/// <summary>A queue or topic: where messages are sent to.</summary>
/// <param name="sent">The ids it accepted.</param>
/// <param name="sources">Where its messages are received from: the queue itself, or the subscriptions.</param>
internal sealed class BusEntity(SentIds sent, IReadOnlyList<MessageSource> sources)
{
    /// <summary>The ids it accepted. Used on the writer's thread only.</summary>
    public SentIds Sent => sent;

    /// <summary>The numbers of the sources that want a message with these properties.</summary>
    public int[] Targets(IReadOnlyDictionary<string, string> properties)
    {
        Span<int> wanted = stackalloc int[sources.Count];
        var count = 0;
        foreach (var source in sources)
        {
            if (source.Wants(properties))
            {
                wanted[count++] = source.Number;
            }
        }

        return wanted[..count].ToArray();
    }
}
