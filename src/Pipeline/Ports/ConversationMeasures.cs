using System.Text.Json.Serialization;
using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>What a closed conversation measured. Each is defined, with worked examples, in docs/indicators.md.</summary>
public sealed record ConversationMeasures
{
    /// <summary>How it ended for the customer.</summary>
    public required ConversationOutcome Outcome { get; init; }

    /// <summary>What became of the suggestions.</summary>
    public required SuggestionUse SuggestionUse { get; init; }

    /// <summary>Whether it was raised: to a higher level, a manager or a formal complaint.</summary>
    public required bool Escalated { get; init; }

    /// <summary>How often it went from one advisor to another.</summary>
    public required int Transfers { get; init; }

    /// <summary>
    /// From the customer's first message that only a person could answer (what a bot answered is no wait for a person) to the first one of an
    /// advisor, seconds; null when none answered.
    /// </summary>
    public double? FirstResponseSeconds { get; init; }

    /// <summary>How long the customer waited for answers, all waits together, seconds.</summary>
    public double WaitSeconds { get; init; }

    /// <summary>How many waits there were.</summary>
    public int Waits { get; init; }

    /// <summary>The longest of them, seconds; 0 when there was none.</summary>
    public double LongestWaitSeconds { get; init; }

    /// <summary>How long advisors were at it, all spans together, seconds. Time that several conversations shared is not taken off yet.</summary>
    public double EngagedSeconds { get; init; }

    /// <summary>From the beginning of the first of these spans to the end of the last: how long it held a place, seconds.</summary>
    public double HeldSeconds { get; init; }

    /// <summary>When advisors were at it, in order of time. Two conversations of one advisor share the time in which both have a span.</summary>
    public IReadOnlyList<EngagedSpan> EngagedSpans { get; init; } = [];

    /// <summary>The customer's turns: what they wrote in a row, without a word of the service in between, is one.</summary>
    public int Turns { get; init; }

    /// <summary>How often the customer had to ask nearly the same again.</summary>
    public int Repeats { get; init; }

    /// <summary>The effort it cost the customer, in points: a turn 1, a repeat 3, a transfer 5. Lower is easier.</summary>
    public int Effort { get; init; }

    /// <summary>The first emotion that the customer expressed; null when none was.</summary>
    public Emotion? StartEmotion { get; init; }

    /// <summary>The emotion at the lowest point; null when no message was scored.</summary>
    public Emotion? WorstEmotion { get; init; }

    /// <summary>The emotion of the customer's last message; null when none was scored.</summary>
    public Emotion? EndEmotion { get; init; }

    /// <summary>The valence of the customer's first scored message, -1 to 1; null when none was scored.</summary>
    public double? StartValence { get; init; }

    /// <summary>The valence of the last one, -1 to 1; null when none was scored.</summary>
    public double? EndValence { get; init; }

    /// <summary>Whether the customer's mood turned; null when no message was scored.</summary>
    public bool? Turned { get; init; }

    /// <summary>Whether it was lifted again for good; null when it never turned.</summary>
    public bool? Repaired { get; init; }

    /// <summary>How a complaint was treated whatever came of it, 0 to 100; null when nobody complained, or no advisor answered.</summary>
    public double? ComplaintTreatment { get; init; }

    /// <summary>Whether suggestions were kept back, so that what they bring can be measured.</summary>
    public bool HeldOut { get; init; }

    /// <summary>The advisors' answers for which something was found.</summary>
    public int SuggestedAnswers { get; init; }

    /// <summary>Those of them that are a suggestion, changed or not. Of a held-out conversation: that would have been one.</summary>
    public int AcceptedAnswers { get; init; }

    /// <summary>Those of them that are a suggestion as it was.</summary>
    public int VerbatimAnswers { get; init; }

    /// <summary>The phase of the customer's journey, by the journey map; <see cref="UnmappedPhase"/> where the map has none.</summary>
    public string Phase { get; init; } = UnmappedPhase;

    /// <summary>How the chat was begun, as the platform told; null when it did not.</summary>
    public EntryKind? Entry { get; init; }

    /// <summary>Whether a bot answered, no advisor did, and the customer asked for no person.</summary>
    public bool SelfService { get; init; }

    /// <summary>The phase of what the journey map does not know.</summary>
    public const string UnmappedPhase = "unmapped";
}

/// <summary>A stretch of time in which an advisor was at a conversation.</summary>
/// <param name="AdvisorId">The advisor; null when the platform does not say. It serves to share time, and is shown nowhere.</param>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end, later than the beginning.</param>
public sealed record EngagedSpan(string? AdvisorId, DateTimeOffset From, DateTimeOffset To);

/// <summary>How a conversation ended for the customer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConversationOutcome>))]
public enum ConversationOutcome
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>The need was met when the text ends.</summary>
    Resolved,

    /// <summary>An advisor answered, and the need was not met.</summary>
    Unresolved,

    /// <summary>No advisor ever answered.</summary>
    Unanswered,
}

/// <summary>What became of the suggestions of a conversation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuggestionUse>))]
public enum SuggestionUse
{
    /// <summary>Nothing was suggested, or nothing shown.</summary>
    None,

    /// <summary>Shown and not used.</summary>
    Shown,

    /// <summary>At least one was used as it was.</summary>
    Used,

    /// <summary>At least one was used, each after a change.</summary>
    Edited,
}
