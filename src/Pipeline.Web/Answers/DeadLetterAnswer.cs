namespace Pipeline.Web.Answers;

/// <summary>A dead letter with all that may be shown of it.</summary>
public sealed record DeadLetterAnswer
{
    /// <summary>The queue, or topic/subscription, it was dead-lettered from.</summary>
    public required string Source { get; init; }

    /// <summary>Names it within its source.</summary>
    public required long Number { get; init; }

    /// <summary>The message's identity on the bus.</summary>
    public required string Id { get; init; }

    /// <summary>What the message is (captured, scored …); <c>unreadable</c> when its body cannot be read.</summary>
    public required string Kind { get; init; }

    /// <summary>The key of its conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>A short code, such as <c>MaxDeliveryCountExceeded</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>A sentence for the administrator.</summary>
    public required string Description { get; init; }

    /// <summary>How many times it had been delivered.</summary>
    public required int DeliveryCount { get; init; }

    /// <summary>When the bus accepted it.</summary>
    public required DateTimeOffset EnqueuedAt { get; init; }

    /// <summary>When it failed for the last time, which made it a dead letter; not there where that was not noted.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>What subscriptions filter on, the trace context, the count of attempts.</summary>
    public required IReadOnlyDictionary<string, string> Properties { get; init; }

    /// <summary>The length of the body, in bytes.</summary>
    public required int BodyBytes { get; init; }

    /// <summary>
    /// The values of the body by their path. What people wrote is not masked in a dead letter, and stands here only as its length;
    /// empty when the body cannot be read.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Body { get; init; }
}
