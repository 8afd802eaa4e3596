using Pipeline.Ports;

namespace Pipeline.Quality.Review;

/// <summary>A page of reviews.</summary>
/// <param name="Reviews">The reviews, newest first.</param>
/// <param name="Continuation">Where the next page starts; null when this was the last one.</param>
public sealed record ReviewPage(IReadOnlyList<ConversationReview> Reviews, string? Continuation);

/// <summary>Lists reviews, newest first. There is no list of an advisor's reviews for anybody but that advisor, and none by score.</summary>
public sealed class ReviewLists(ITables tables, ReviewDesk desk)
{
    /// <summary>The reviews of an advisor that were handed in: for that advisor.</summary>
    public Task<ReviewPage> OfAdvisorAsync(string advisorId, int maxRows, string? continuation, CancellationToken cancellationToken) =>
        ListAsync(ReviewRows.AdvisorPartition(advisorId), maxRows, continuation, review => review.State != ReviewState.Draft, cancellationToken);

    /// <summary>The reviews that a reviewer made.</summary>
    public Task<ReviewPage> OfReviewerAsync(string name, int maxRows, string? continuation, CancellationToken cancellationToken) =>
        ListAsync(ReviewRows.ReviewerPartition(name), maxRows, continuation, _ => true, cancellationToken);

    /// <summary>The reviews that advisors appealed against in a week and that nobody has decided: for those who may.</summary>
    public Task<ReviewPage> AppealsAsync(string week, int maxRows, string? continuation, CancellationToken cancellationToken) =>
        ListAsync($"week~{week}", maxRows, continuation, review => review.State == ReviewState.Appealed, cancellationToken);

    /// <summary>Every review that was begun in a week, one after another.</summary>
    internal async IAsyncEnumerable<ConversationReview> OfWeekAsync(
        string week, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var place in tables.ReadAllAsync(TableNames.Reviews, new TableQuery($"week~{week}"), cancellationToken))
        {
            if (await desk.FindAsync(place.Text("Conversation")!, place.Text("Review")!, cancellationToken) is { } stored)
            {
                yield return stored.Review;
            }
        }
    }

    private async Task<ReviewPage> ListAsync(
        string partition, int maxRows, string? continuation, Func<ConversationReview, bool> shown, CancellationToken cancellationToken)
    {
        var reviews = new List<ConversationReview>();
        string? last = null;
        await foreach (var place in tables.ReadAllAsync(
            TableNames.Reviews, new TableQuery(partition, continuation is null ? null : continuation + " "), cancellationToken))
        {
            if (reviews.Count == maxRows)
            {
                return new(reviews, last);
            }

            last = place.RowKey;
            if (await desk.FindAsync(place.Text("Conversation")!, place.Text("Review")!, cancellationToken) is { } stored && shown(stored.Review))
            {
                reviews.Add(stored.Review);
            }
        }

        return new(reviews, null);
    }
}
