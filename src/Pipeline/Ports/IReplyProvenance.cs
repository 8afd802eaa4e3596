using System.Text.Json.Serialization;
using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Tells where the sentences that advisors sent came from, and what became of each suggestion.</summary>
public interface IReplyProvenance
{
    /// <summary>Compares what was sent with what was suggested and fed back: a pure function of the record.</summary>
    ConversationProvenance Trace(ConversationRecord record);
}

/// <summary>Where what the customer was told came from, in one conversation.</summary>
/// <param name="Messages">The advisors' messages in order, sentence by sentence; those without text are left out.</param>
/// <param name="Suggestions">What became of each suggestion, in order.</param>
/// <param name="Shares">How much of all that advisors wrote came from where; empty when they wrote nothing.</param>
public sealed record ConversationProvenance(
    IReadOnlyList<MessageProvenance> Messages, IReadOnlyList<SuggestionFate> Suggestions, IReadOnlyList<ProvenanceShare> Shares);

/// <summary>Where the sentences of an advisor's message came from.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Sentences">Its sentences in order.</param>
public sealed record MessageProvenance(string MessageId, IReadOnlyList<SentenceProvenance> Sentences);

/// <summary>Where a sentence came from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SentenceOrigin>))]
public enum SentenceOrigin
{
    /// <summary>The advisor alone.</summary>
    [JsonStringEnumMemberName("advisor")]
    Advisor,

    /// <summary>A phrase of the library.</summary>
    [JsonStringEnumMemberName("phrase")]
    Phrase,

    /// <summary>An article of the library.</summary>
    [JsonStringEnumMemberName("article")]
    Article,

    /// <summary>What an advisor sent to another customer before.</summary>
    [JsonStringEnumMemberName("reply")]
    Reply,

    /// <summary>A language model's draft.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft,
}

/// <summary>A sentence that an advisor sent.</summary>
public sealed record SentenceProvenance
{
    /// <summary>The sentence, masked.</summary>
    public required string Text { get; init; }

    /// <summary>Where it came from.</summary>
    public required SentenceOrigin Origin { get; init; }

    /// <summary>The suggestion's source, such as <c>phrase:fr-holding-03@2</c>; null for the advisor's own words.</summary>
    public string? Source { get; init; }

    /// <summary>Of a draft, what its sentence repeats; null for any other.</summary>
    public string? Basis { get; init; }

    /// <summary>The suggestion; null for the advisor's own words.</summary>
    public string? SuggestionId { get; init; }

    /// <summary>How much of the suggested sentence was changed, 0 to 1: the edit distance over the longer length; 1 for own words.</summary>
    public required double Distance { get; init; }
}

/// <summary>How much of what advisors wrote came from somewhere.</summary>
/// <param name="Origin">Where it came from.</param>
/// <param name="Sentences">How many sentences.</param>
/// <param name="Share">Their share of all characters that advisors wrote, 0 to 1.</param>
public sealed record ProvenanceShare(SentenceOrigin Origin, int Sentences, double Share);

/// <summary>What became of a suggestion in the end.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuggestionEnd>))]
public enum SuggestionEnd
{
    /// <summary>Nobody saw it: it was not sure enough for the advisor, or the conversation is held out.</summary>
    [JsonStringEnumMemberName("notShown")]
    NotShown,

    /// <summary>It stands: nothing was said since.</summary>
    [JsonStringEnumMemberName("shown")]
    Shown,

    /// <summary>Sent as it was.</summary>
    [JsonStringEnumMemberName("used")]
    Used,

    /// <summary>Sent after a change, or in part.</summary>
    [JsonStringEnumMemberName("edited")]
    Edited,

    /// <summary>The advisor did not want it.</summary>
    [JsonStringEnumMemberName("dismissed")]
    Dismissed,

    /// <summary>Something happened after which it answered the conversation no more.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}

/// <summary>What became of one suggestion.</summary>
public sealed record SuggestionFate
{
    /// <summary>The suggestion.</summary>
    public required string SuggestionId { get; init; }

    /// <summary>The customer's message that it answers.</summary>
    public required string MessageId { get; init; }

    /// <summary>What it was made of.</summary>
    public required string Source { get; init; }

    /// <summary>Its category.</summary>
    public required string Category { get; init; }

    /// <summary>What became of it.</summary>
    public required SuggestionEnd End { get; init; }

    /// <summary>The advisor's message that it is in; null when it is in none.</summary>
    public string? AnswerId { get; init; }

    /// <summary>How much of it was changed, 0 to 1; null when it was not sent.</summary>
    public double? Distance { get; init; }

    /// <summary>Why it answered the conversation no more; null when it was used, or stands.</summary>
    public WithdrawalReason? Withdrawn { get; init; }

    /// <summary>Why it was dismissed; null when it was not, or nobody said.</summary>
    public FeedbackReason? Reason { get; init; }
}
