using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Transcripts.Index;

namespace Pipeline.Transcripts;

/// <summary>Finds a customer's conversations, open and closed, by their keyed hash in the index. Where there is no key, every head is read.</summary>
public sealed class CustomerConversations(ITables tables, IOptions<TranscriptOptions> options) : ICustomerConversations
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindAsync(string platform, string customerId, CancellationToken cancellationToken)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        if (options.Value.CustomerHashKey is { Length: > 0 } key)
        {
            var facet = Facets.Customer(IndexKeys.CustomerHash(platform, customerId, key))!;
            foreach (var partition in IndexKeys.Partitions)
            {
                await foreach (var row in tables.ReadAllAsync(TableNames.Transcripts, IndexKeys.Query(partition, facet), cancellationToken))
                {
                    found.Add(IndexKeys.ConversationOf(row.RowKey[(facet.Length + 1)..]));
                }
            }

            return [.. found];
        }

        await foreach (var row in tables.ScanAllAsync(TableNames.Conversations, cancellationToken))
        {
            if (row.RowKey == ConversationRowKeys.Head && HeadRow.Read(row).Folded?.Conversation is { } conversation
                && conversation.Platform == platform && conversation.CustomerId == customerId)
            {
                found.Add(conversation.Key);
            }
        }

        return [.. found];
    }
}
