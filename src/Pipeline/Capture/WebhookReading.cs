using Pipeline.Messages;

namespace Pipeline.Capture;

/// <summary>What a platform's webhook turned out to be.</summary>
public abstract record WebhookReading
{
    private WebhookReading()
    {
    }

    /// <summary>It verified, and this happened.</summary>
    public sealed record Understood(IReadOnlyList<MessageCaptured> Messages) : WebhookReading
    {
        /// <summary>What is answered once all of it is durable; null for an empty answer.</summary>
        public GreetingAnswer? Answer { get; init; }

        /// <summary>What else stood in the same body and could not be read: sent again it would be no better, and must not cost the rest.</summary>
        public IReadOnlyList<WebhookProblem> Unreadable { get; init; } = [];
    }

    /// <summary>It verified, and is nothing for us (another kind of event, our own note coming back): accepted, and dropped.</summary>
    /// <param name="Reason">Why, for the metric: a short code such as <c>UnknownEvent</c>.</param>
    public sealed record Ignored(string Reason) : WebhookReading;

    /// <summary>It asks for an answer and tells nothing: the platform finds out whether this address is ours, or asks what to do.</summary>
    /// <param name="Answer">What is answered, with 200.</param>
    public sealed record Answered(GreetingAnswer Answer) : WebhookReading;

    /// <summary>It is refused.</summary>
    public sealed record Refused(WebhookProblem Problem) : WebhookReading;
}

/// <summary>The answer to a handshake, or to a platform that asks what to do.</summary>
/// <param name="Text">The body.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Headers">Headers besides.</param>
public sealed record GreetingAnswer(string Text, string ContentType, IReadOnlyDictionary<string, string>? Headers = null);

/// <summary>Why a webhook is refused; the host answers it as a problem document (RFC 9457).</summary>
/// <param name="Status">The HTTP status: 400, 401, 404, 413, 415.</param>
/// <param name="Code">A short code, such as <c>signature-invalid</c>: the last part of the problem's type and the metric's reason.</param>
/// <param name="Title">One sentence that is the same for every such problem.</param>
/// <param name="Detail">What was wrong with this one, naming the field or header. Never a secret, an expected signature or text of a message.</param>
/// <param name="Field">The header, or the JSON path such as <c>data.sender.role</c>; null when it is the request as a whole.</param>
public sealed record WebhookProblem(int Status, string Code, string Title, string Detail, string? Field)
{
    /// <summary>
    /// Whether the webhook did not prove that it comes from the platform. Why is told to no caller, for it could be anybody: the log, the metric
    /// and the test endpoint of administrators tell it.
    /// </summary>
    public bool IsUnproven => Status == 401;
}
