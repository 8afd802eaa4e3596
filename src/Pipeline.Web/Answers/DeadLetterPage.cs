namespace Pipeline.Web.Answers;

/// <summary>Dead letters of one source, oldest first.</summary>
/// <param name="Source">The queue, or topic/subscription.</param>
/// <param name="DeadLetters">The dead letters.</param>
/// <param name="Next">What to give as <c>after</c> for the page that follows; null when this page is empty, which ends the list.</param>
public sealed record DeadLetterPage(string Source, IReadOnlyList<DeadLetterSummary> DeadLetters, long? Next);

/// <summary>A dead letter in one line.</summary>
/// <param name="Number">Names it within its source.</param>
/// <param name="Kind">What the message is (captured, scored …); <c>unreadable</c> when its body cannot be read.</param>
/// <param name="Conversation">The key of its conversation.</param>
/// <param name="Reason">A short code, such as <c>MaxDeliveryCountExceeded</c>.</param>
/// <param name="Description">A sentence for the administrator.</param>
/// <param name="DeliveryCount">How many times it had been delivered.</param>
/// <param name="EnqueuedAt">When the bus accepted it.</param>
/// <param name="FailedAt">When it failed for the last time; not there where that was not noted.</param>
public sealed record DeadLetterSummary(
    long Number,
    string Kind,
    string Conversation,
    string Reason,
    string Description,
    int DeliveryCount,
    DateTimeOffset EnqueuedAt,
    DateTimeOffset? FailedAt);
