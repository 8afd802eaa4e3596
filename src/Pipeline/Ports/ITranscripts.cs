using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Reads conversations as people read them.</summary>
public interface ITranscripts
{
    /// <summary>A conversation with its messages, suggestions and routing; null when it is not known.</summary>
    Task<ConversationTranscript?> ReadAsync(string conversationKey, CancellationToken cancellationToken);

    /// <summary>The skill that a conversation needs; null before it was routed, or when it is not known. One point read.</summary>
    Task<string?> ReadSkillAsync(string conversationKey, CancellationToken cancellationToken);

    /// <summary>The conversations that started on a day (UTC), newest first.</summary>
    /// <param name="day">The day.</param>
    /// <param name="maxRows">The most to return, 1 to 1,000.</param>
    /// <param name="continuation">Where the page before ended; null for the first page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">The continuation is not one that this method returned.</exception>
    Task<TranscriptPage> ListDayAsync(DateOnly day, int maxRows, string? continuation, CancellationToken cancellationToken);
}

/// <summary>A page of conversations.</summary>
/// <param name="Conversations">The conversations, newest first.</param>
/// <param name="Continuation">Where the next page starts; null when this was the last one.</param>
public sealed record TranscriptPage(IReadOnlyList<ConversationSummary> Conversations, string? Continuation)
{
    /// <summary>How many rows of tables were read for it.</summary>
    public int RowsRead { get; init; }

    /// <summary>By what the conversations were found: facets of the index, <c>all</c> where it went through all of them, <c>text</c> for words.</summary>
    public string? Facet { get; init; }
}

/// <summary>A conversation in one row: what lists show. Every column is a function of the conversation's rows.</summary>
public sealed record ConversationSummary
{
    /// <summary>The conversation's key.</summary>
    public required string Key { get; init; }

    /// <summary>When its first message was sent.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was closed; null while open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The platform.</summary>
    public required string Platform { get; init; }

    /// <summary>The brand.</summary>
    public required string Brand { get; init; }

    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The language (fr, en; und while unknown).</summary>
    public required string Language { get; init; }

    /// <summary>The customer's first name; null when not known.</summary>
    public string? CustomerFirstName { get; init; }

    /// <summary>What it is about; null while unknown.</summary>
    public string? Intent { get; init; }

    /// <summary>Whether it is hard.</summary>
    public bool Hard { get; init; }

    /// <summary>Whether it is urgent.</summary>
    public bool Urgent { get; init; }

    /// <summary>The skill it needs; null before it was routed.</summary>
    public string? Skill { get; init; }

    /// <summary>The advisor who holds or held it; null when none.</summary>
    public string? AdvisorId { get; init; }

    /// <summary>The first emotion the customer expressed.</summary>
    public Emotion? StartEmotion { get; init; }

    /// <summary>The emotion at the lowest point.</summary>
    public Emotion? WorstEmotion { get; init; }

    /// <summary>The emotion of the customer's last message, once closed.</summary>
    public Emotion? EndEmotion { get; init; }

    /// <summary>What first made the customer's mood turn, once closed; null when it has not turned.</summary>
    public TriggerCause? TriggerCause { get; init; }

    /// <summary>The course of the customer's feeling, once closed.</summary>
    public ConversationArc? Arc { get; init; }

    /// <summary>Whether the customer ended with meant thanks, once closed.</summary>
    public bool? Thanked { get; init; }

    /// <summary>The number of messages, once closed.</summary>
    public int? Messages { get; init; }

    /// <summary>The customer's rating, 1 to 5.</summary>
    public int? Rating { get; init; }

    /// <summary>How the chat was begun; null when the platform does not tell.</summary>
    public EntryKind? EntryKind { get; init; }

    /// <summary>The rule that weighed most in making it hard, once closed; null when it is not hard.</summary>
    public string? HardReason { get; init; }

    /// <summary>What it measured, once closed.</summary>
    public SummaryMeasures? Measures { get; init; }
}

/// <summary>A conversation, whole.</summary>
public sealed record ConversationTranscript
{
    /// <summary>The conversation.</summary>
    public required Conversation Conversation { get; init; }

    /// <summary>Its state after the last message.</summary>
    public required ConversationState State { get; init; }

    /// <summary>The course of the customer's feeling, in words.</summary>
    public required JourneyStory Story { get; init; }

    /// <summary>Its messages as they stand (last text of an edited one, none of a deleted one), in order.</summary>
    public required IReadOnlyList<TranscriptMessage> Messages { get; init; }

    /// <summary>What persons corrected in it, in order, also what they took back; null when nobody corrected anything.</summary>
    public IReadOnlyList<CorrectionEntry>? Corrections { get; init; }

    /// <summary>Where it stands with the advisors; null before it was routed.</summary>
    public AssignmentView? Assignment { get; init; }

    /// <summary>What colleagues of other trades answered, oldest first: for colleagues alone, never for the customer; null when there is nothing.</summary>
    public IReadOnlyList<InternalNote>? Notes { get; init; }
}

/// <summary>The course of a customer's feeling, in plain words: where it turned and why, and what lifted it.</summary>
/// <param name="Arc">Its name.</param>
/// <param name="French">The words in French.</param>
/// <param name="English">The words in English.</param>
public sealed record JourneyStory(ConversationArc Arc, string French, string English);

/// <summary>A message of a transcript with what the stages made of it.</summary>
public sealed record TranscriptMessage
{
    /// <summary>The platform's id.</summary>
    public required string Id { get; init; }

    /// <summary>What happened: a message, a close or a rating; edits and deletions show on their target.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>Who wrote.</summary>
    public required Sender Sender { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The masked text; empty when deleted.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The language (fr, en) that the platform or the account suggested with this text; null when neither did. With the text it is all that
    /// an analyser was given: who wants to score the message again needs both.
    /// </summary>
    public string? LanguageHint { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>When it was last edited; null when never.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>When it was deleted; null when it was not.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The rating, for a rating.</summary>
    public int? Rating { get; init; }

    /// <summary>What was found in it; only for a customer's.</summary>
    public TextAnalysis? Analysis { get; init; }

    /// <summary>What the program found in it, where a person corrected <see cref="Analysis"/>; else null.</summary>
    public TextAnalysis? MachineAnalysis { get; init; }

    /// <summary>The suggestions for it; null when none were made.</summary>
    public IReadOnlyList<Suggestion>? Suggestions { get; init; }

    /// <summary>The routing decision after it; null when there was none.</summary>
    public RoutingDecision? Decision { get; init; }
}

/// <summary>Where a conversation stands with the advisors.</summary>
public sealed record AssignmentView
{
    /// <summary>Waiting, assigned or released.</summary>
    public required AssignmentStatus Status { get; init; }

    /// <summary>The last decision.</summary>
    public required RoutingDecision Decision { get; init; }

    /// <summary>The advisor who holds or held it.</summary>
    public string? AdvisorId { get; init; }

    /// <summary>The advisor's first name.</summary>
    public string? AdvisorFirstName { get; init; }

    /// <summary>How experienced the advisor is; null when nobody said.</summary>
    public AdvisorLevel? AdvisorLevel { get; init; }

    /// <summary>The place in the conversation from which this advisor holds it after another one did; null when none did.</summary>
    public string? TransferredAt { get; init; }

    /// <summary>How much of an advisor's capacity it takes, in slots: 1 is an ordinary one.</summary>
    // A plain setter: the source-generated reader gives an absent init-only property its type's default, not this one.
    public double Effort { get; set; } = 1;

    /// <summary>What the customer may be told while the service is closed; null while it is open, or an advisor has the conversation.</summary>
    public OutOfHours? OutOfHours { get; init; }

    /// <summary>Why it was last taken back from an advisor; null when it never was.</summary>
    public ReturnReason? Returned { get; init; }
}
