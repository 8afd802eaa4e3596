using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>
/// What the next advisor needs to go on with a conversation, so that the customer tells nothing twice. All text is masked as it is stored, cut
/// to <see cref="MaxText"/>, and every list is short: of more, the newest.
/// </summary>
public sealed record HandoverCard
{
    /// <summary>The most characters of a quoted text.</summary>
    public const int MaxText = 160;

    /// <summary>The language of the conversation (fr, en; und while unknown).</summary>
    public required string Language { get; init; }

    /// <summary>Why it was handed over; null while it never was: then this is what a card would say now.</summary>
    public HandoverReason? Reason { get; init; }

    /// <summary>When; null while it never was.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Who had it, in order, with the times between which each wrote.</summary>
    public required IReadOnlyList<HandoverHolder> Holders { get; init; }

    /// <summary>Who goes on with it; null before it was routed.</summary>
    public HandoverNext? Next { get; init; }

    /// <summary>What was tried, oldest first.</summary>
    public required IReadOnlyList<HandoverStep> Tried { get; init; }

    /// <summary>What the customer was told that binds or explains, oldest first.</summary>
    public required IReadOnlyList<HandoverStatement> Told { get; init; }

    /// <summary>What was asked and not answered, by either side, oldest first.</summary>
    public required IReadOnlyList<HandoverQuestion> OpenQuestions { get; init; }

    /// <summary>What is known already: nobody asks the customer for it again.</summary>
    public required IReadOnlyList<HandoverSlot> Known { get; init; }

    /// <summary>What colleagues of other trades answered, oldest first: the last three, cut; null when nobody was asked.</summary>
    public IReadOnlyList<InternalNote>? Notes { get; init; }

    /// <summary>How the customer feels, and since when.</summary>
    public required HandoverMood Mood { get; init; }
}

/// <summary>Somebody who had a conversation.</summary>
/// <param name="Role">Advisor or bot.</param>
/// <param name="FirstName">Their first name; null for a bot, and when not known.</param>
/// <param name="From">When they first wrote.</param>
/// <param name="To">When they last wrote before another did.</param>
public sealed record HandoverHolder(SenderRole Role, string? FirstName, DateTimeOffset From, DateTimeOffset To);

/// <summary>Who goes on with a conversation.</summary>
/// <param name="FirstName">Their first name; null while it waits for a place, and when not known.</param>
/// <param name="Skill">The trade that it needs.</param>
/// <param name="Level">The least level of it.</param>
public sealed record HandoverNext(string? FirstName, string Skill, int Level);

/// <summary>What came of something that was tried.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepOutcome>))]
public enum StepOutcome
{
    /// <summary>The customer has not said.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>It was done; what came of it was not said.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>It did not help.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>It helped.</summary>
    [JsonStringEnumMemberName("worked")]
    Worked,
}

/// <summary>Something that was tried.</summary>
/// <param name="MessageId">The message that tells of it.</param>
/// <param name="By">Who wrote that: advisor and bot ask for a step, the customer tells of one.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record HandoverStep(string MessageId, SenderRole By, string Text, StepOutcome Outcome);

/// <summary>What kind of thing a customer was told.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StatementKind>))]
public enum StatementKind
{
    /// <summary>That something will be done, or come.</summary>
    [JsonStringEnumMemberName("promise")]
    Promise,

    /// <summary>A day, an hour or a delay.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>An amount of money.</summary>
    [JsonStringEnumMemberName("amount")]
    Amount,

    /// <summary>Why something is as it is.</summary>
    [JsonStringEnumMemberName("explanation")]
    Explanation,
}

/// <summary>Something a customer was told.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="By">Advisor or bot.</param>
/// <param name="Kinds">What it is, at least one.</param>
/// <param name="Text">The sentence.</param>
public sealed record HandoverStatement(string MessageId, SenderRole By, IReadOnlyList<StatementKind> Kinds, string Text);

/// <summary>A question without an answer.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="By">Who asked.</param>
/// <param name="Text">The question.</param>
public sealed record HandoverQuestion(string MessageId, SenderRole By, string Text);

/// <summary>Something that is known of the matter.</summary>
/// <param name="Name">What: customer_first_name, product, delivery_date, appointment_date, device, or a kind of personal data such as order_number.</param>
/// <param name="Value">The value; of personal data the placeholder, such as <c>[ORDER_NUMBER_1]</c>, which the platform shows in full.</param>
/// <param name="MessageId">The message that told it; null for what the platform knows.</param>
public sealed record HandoverSlot(string Name, string Value, string? MessageId);

/// <summary>How the customer feels (docs/emotional-journey.md).</summary>
public sealed record HandoverMood
{
    /// <summary>The course of it.</summary>
    public required ConversationArc Arc { get; init; }

    /// <summary>The dominant emotion of the last message; null while none was scored.</summary>
    public Emotion? Now { get; init; }

    /// <summary>What made the mood turn; null while it has not.</summary>
    public TriggerCause? Cause { get; init; }

    /// <summary>The customer's message where it turned; null while it has not.</summary>
    public string? TriggerMessageId { get; init; }

    /// <summary>The text of that message; null when it was deleted, and while the mood has not turned.</summary>
    public string? TriggerText { get; init; }

    /// <summary>The story in French.</summary>
    public required string French { get; init; }

    /// <summary>The story in English.</summary>
    public required string English { get; init; }
}
