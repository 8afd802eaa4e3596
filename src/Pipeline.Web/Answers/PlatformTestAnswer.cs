using System.Text.Json.Serialization;
using Pipeline.Capture;
using Pipeline.Messages;

namespace Pipeline.Web.Answers;

/// <summary>What a captured request of a platform came to.</summary>
public sealed record PlatformTestAnswer
{
    /// <summary>Whether it proves that it comes from the platform.</summary>
    public required bool Verifies { get; init; }

    /// <summary>Whether all but its time is right: then <see cref="Outcome"/> tells how it would be understood on time.</summary>
    public required bool OnlyTooOld { get; init; }

    /// <summary>How it is understood.</summary>
    public required PlatformTestOutcome Outcome { get; init; }

    /// <summary>Why it does not verify, or why it cannot be read; null when nothing is wrong.</summary>
    public PlatformTestProblem? Problem { get; init; }

    /// <summary>Why it is dropped; null unless it is.</summary>
    public string? Reason { get; init; }

    /// <summary>What the platform is answered; null unless it asks for an answer.</summary>
    public PlatformTestGreeting? Greeting { get; init; }

    /// <summary>What would be put on the bus.</summary>
    public IReadOnlyList<PlatformTestEvent> Events { get; init; } = [];

    /// <summary>The answer for a verdict.</summary>
    public static PlatformTestAnswer Of(TrialVerdict verdict) => new()
    {
        Verifies = verdict.Verifies,
        OnlyTooOld = verdict.OnlyTooOld,
        Outcome = verdict.Reading switch
        {
            WebhookReading.Understood => PlatformTestOutcome.Understood,
            WebhookReading.Ignored => PlatformTestOutcome.Ignored,
            WebhookReading.Answered => PlatformTestOutcome.Answered,
            _ => PlatformTestOutcome.Refused,
        },
        Problem = (verdict.Unproven ?? (verdict.Reading as WebhookReading.Refused)?.Problem) is { } problem
            ? new(problem.Code, problem.Title, problem.Detail, problem.Field)
            : null,
        Reason = (verdict.Reading as WebhookReading.Ignored)?.Reason,
        Greeting = (verdict.Reading as WebhookReading.Answered)?.Answer is { } answer
            ? new(answer.Text, answer.ContentType, answer.Headers ?? new Dictionary<string, string>())
            : null,
        Events = verdict.Reading is WebhookReading.Understood understood ? [.. understood.Messages.Select(PlatformTestEvent.Of)] : [],
    };
}

/// <summary>How a captured request is understood.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlatformTestOutcome>))]
public enum PlatformTestOutcome
{
    /// <summary>As events.</summary>
    [JsonStringEnumMemberName("understood")]
    Understood,

    /// <summary>As nothing for us: accepted, and dropped.</summary>
    [JsonStringEnumMemberName("ignored")]
    Ignored,

    /// <summary>As a handshake.</summary>
    [JsonStringEnumMemberName("answered")]
    Answered,

    /// <summary>Not at all.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,
}

/// <summary>What is wrong with a captured request.</summary>
/// <param name="Code">The reason, as in the metric and the log.</param>
/// <param name="Title">The same for every such problem.</param>
/// <param name="Detail">What was wrong this time.</param>
/// <param name="Field">The header, query parameter or JSON path.</param>
public sealed record PlatformTestProblem(string Code, string Title, string Detail, string? Field);

/// <summary>What a platform is answered.</summary>
/// <param name="Text">The body.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Headers">Headers besides.</param>
public sealed record PlatformTestGreeting(string Text, string ContentType, IReadOnlyDictionary<string, string> Headers);

/// <summary>An event as it would go on the bus.</summary>
/// <param name="BusId">Its identity there: the same when the platform sends the webhook again.</param>
/// <param name="MessageId">The id of the happening.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Conversation">Where.</param>
/// <param name="Sender">Who did it.</param>
/// <param name="SentAt">When, by the platform's clock.</param>
/// <param name="Text">The text, not yet masked.</param>
/// <param name="Attachments">Files that came with it.</param>
/// <param name="TargetMessageId">The message that an edit or a deletion is about.</param>
/// <param name="Rating">The rating, 1 to 5.</param>
public sealed record PlatformTestEvent(
    string BusId,
    string MessageId,
    MessageKind Kind,
    Conversation Conversation,
    Sender Sender,
    DateTimeOffset SentAt,
    string Text,
    IReadOnlyList<Attachment> Attachments,
    string? TargetMessageId,
    int? Rating)
{
    /// <summary>The event.</summary>
    public static PlatformTestEvent Of(MessageCaptured message) => new(
        message.BusId,
        message.MessageId,
        message.Kind,
        message.Conversation,
        message.Sender,
        message.SentAt,
        message.Text,
        message.Attachments,
        message.TargetMessageId,
        message.Rating);
}
