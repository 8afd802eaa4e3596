using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Transcripts.Index;

namespace Pipeline.Transcripts;

/// <summary>
/// Finds a customer's conversations: the closed ones by their keyed hash in the index, the open ones by their heads. Where there is no key, every
/// head is read.
/// </summary>
public sealed class CustomerConversations(ITables tables, IOpenConversations open, IOptions<TranscriptOptions> options) : ICustomerConversations
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindAsync(string platform, string customerId, CancellationToken cancellationToken)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        if (options.Value.CustomerHashKey is not { Length: > 0 } key)
        {
            await foreach (var row in tables.ScanAllAsync(TableNames.Conversations, cancellationToken))
            {
                Add(row.RowKey == ConversationRowKeys.Head ? row : null);
            }

            return [.. found];
        }

        var partition = new TableQuery(IndexKeys.CustomerPartition(platform, customerId, key));
        await foreach (var row in tables.ReadAllAsync(TableNames.Transcripts, partition, cancellationToken))
        {
            found.Add(row.Text("Key")!);
        }

        await foreach (var conversation in open.ListAsync(cancellationToken))
        {
            Add(await tables.ReadAsync(TableNames.Conversations, conversation, ConversationRowKeys.Head, cancellationToken));
        }

        return [.. found];

        void Add(TableRow? head)
        {
            if (head is not null && HeadRow.Read(head).Folded?.Conversation is { } conversation
                && conversation.Platform == platform && conversation.CustomerId == customerId)
            {
                found.Add(conversation.Key);
            }
        }
    }
}
