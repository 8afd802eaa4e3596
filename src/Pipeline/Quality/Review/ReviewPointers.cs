using Pipeline.Ports;

namespace Pipeline.Quality.Review;

/// <summary>
/// Keeps the places that lead to reviews. As a projection it writes them again whenever the conversation is indexed, and takes them away when it is
/// erased: the reviews themselves go with the conversation's rows.
/// </summary>
public sealed class ReviewPointers(ITables tables) : IConversationProjection
{
    /// <inheritdoc/>
    public string Name => "reviews";

    /// <inheritdoc/>
    public async Task ProjectAsync(ConversationRecord record, CancellationToken cancellationToken)
    {
        foreach (var row in record.Under(ReviewRows.ReviewPrefix))
        {
            await WriteAsync(tables, ReviewRows.Read(row, ReviewJson.Default.ConversationReview), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string conversationKey, CancellationToken cancellationToken)
    {
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Conversations, TableQuery.Prefix(conversationKey, ReviewRows.ReviewPrefix), cancellationToken))
        {
            foreach (var place in ReviewRows.Pointers(ReviewRows.Read(row, ReviewJson.Default.ConversationReview)))
            {
                await Places.DeleteAsync(tables, place.PartitionKey, place.RowKey, cancellationToken);
            }
        }
    }

    internal static async Task WriteAsync(ITables tables, ConversationReview review, CancellationToken cancellationToken)
    {
        foreach (var place in ReviewRows.Pointers(review))
        {
            await tables.ApplyAsync(TableNames.Reviews, place.PartitionKey, [new TableChange.Upsert(place)], cancellationToken);
        }
    }
}
