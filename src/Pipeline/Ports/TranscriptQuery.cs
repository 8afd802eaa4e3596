using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>
/// What a quality team asks: conversations that meet all that is given. What is null is not asked. What only a closed conversation has (outcome,
/// end emotion …) no open one meets.
/// </summary>
public sealed record TranscriptQuery
{
    /// <summary>Started at or after this time; there is no window, however old.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Started before this time.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>The brand.</summary>
    public string? Brand { get; init; }

    /// <summary>The channel.</summary>
    public string? Channel { get; init; }

    /// <summary>The language: fr, en, und.</summary>
    public string? Language { get; init; }

    /// <summary>The skill that was needed.</summary>
    public string? Skill { get; init; }

    /// <summary>The advisor who holds or held it.</summary>
    public string? AdvisorId { get; init; }

    /// <summary>What it is about.</summary>
    public string? Intent { get; init; }

    /// <summary>The first emotion that the customer expressed.</summary>
    public Emotion? StartEmotion { get; init; }

    /// <summary>The emotion at the lowest point.</summary>
    public Emotion? WorstEmotion { get; init; }

    /// <summary>The emotion of the customer's last message.</summary>
    public Emotion? EndEmotion { get; init; }

    /// <summary>The course of the customer's feeling.</summary>
    public ConversationArc? Arc { get; init; }

    /// <summary>What first made the mood turn.</summary>
    public TriggerCause? TriggerCause { get; init; }

    /// <summary>Whether the customer ended with meant thanks.</summary>
    public bool? Thanked { get; init; }

    /// <summary>How it ended for the customer.</summary>
    public ConversationOutcome? Outcome { get; init; }

    /// <summary>Whether it is hard.</summary>
    public bool? Hard { get; init; }

    /// <summary>The rule that weighed most in making it hard.</summary>
    public string? HardReason { get; init; }

    /// <summary>Whether it is urgent.</summary>
    public bool? Urgent { get; init; }

    /// <summary>Whether it was raised.</summary>
    public bool? Escalated { get; init; }

    /// <summary>Whether it went from one advisor to another.</summary>
    public bool? Transferred { get; init; }

    /// <summary>What became of the suggestions.</summary>
    public SuggestionUse? SuggestionUse { get; init; }

    /// <summary>The least rating, 1 to 5.</summary>
    public int? RatingMin { get; init; }

    /// <summary>The highest rating, 1 to 5.</summary>
    public int? RatingMax { get; init; }

    /// <summary>How the chat was begun.</summary>
    public EntryKind? EntryKind { get; init; }

    /// <summary>Whether it is open now.</summary>
    public bool? Open { get; init; }

    /// <summary>Words of its messages, as <see cref="ITranscriptSearch.Parse"/> reads them.</summary>
    public string? Text { get; init; }

    /// <summary>The keyed hash of the customer: see <see cref="ICustomerHashes"/>. Never shown, and no parameter of the HTTP API.</summary>
    public string? CustomerHash { get; init; }
}

/// <summary>Answers questions about conversations from the index of transcripts.</summary>
public interface ITranscriptQueries
{
    /// <summary>
    /// A page of the conversations that meet a query, newest first. A page may hold fewer than asked for, even none, and yet not be the last: it reads
    /// a bounded number of rows, and the next one goes on from there.
    /// </summary>
    /// <param name="query">What is asked.</param>
    /// <param name="maxRows">The most conversations to return, 1 to 1,000.</param>
    /// <param name="continuation">Where the page before of the same query ended; null for the first page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TextQueryException">The words cannot be searched by; the message says why.</exception>
    /// <exception cref="FormatException">The continuation is not one that this query returned.</exception>
    Task<TranscriptPage> QueryAsync(TranscriptQuery query, int maxRows, string? continuation, CancellationToken cancellationToken);
}
