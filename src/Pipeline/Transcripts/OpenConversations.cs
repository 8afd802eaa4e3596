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
        foreach (var partition in IndexKeys.Partitions(IndexKeys.Open, "all"))
        {
            await foreach (var row in tables.ReadAllAsync(TableNames.Transcripts, new TableQuery(partition), cancellationToken))
            {
                yield return row.RowKey;
            }
        }
    }
}
