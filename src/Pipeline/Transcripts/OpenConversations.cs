using System.Runtime.CompilerServices;
using Pipeline.Ports;
using Pipeline.Transcripts.Index;

namespace Pipeline.Transcripts;

/// <summary>Goes through the open conversations, for the timers.</summary>
public sealed class OpenConversations(ITables tables) : IOpenConversations
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var partition in IndexKeys.Partitions)
        {
            await foreach (var row in tables.ReadAllAsync(TableNames.Transcripts, IndexKeys.Query(partition, Facets.Open), cancellationToken))
            {
                yield return IndexKeys.ConversationOf(row.RowKey[(Facets.Open.Length + 1)..]);
            }
        }
    }
}
