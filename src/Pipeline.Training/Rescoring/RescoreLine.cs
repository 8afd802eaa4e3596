using System.Text.Json.Serialization;
using Pipeline.Messages;

namespace Pipeline.Training.Rescoring;

/// <summary>A line of what <c>rescore</c> writes: the report is made from these lines and from nothing else.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "line")]
[JsonDerivedType(typeof(RunLine), "run")]
[JsonDerivedType(typeof(MessageLine), "message")]
[JsonDerivedType(typeof(ConversationLine), "conversation")]
[JsonDerivedType(typeof(UnscoredLine), "unscored")]
[JsonDerivedType(typeof(DayLine), "day")]
internal abstract record RescoreLine;

/// <summary>The first line: what was asked.</summary>
/// <param name="Scorer">The candidate's name and version.</param>
/// <param name="Fingerprint">The candidate's fingerprint.</param>
/// <param name="Since">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Brand">The only brand; null for all.</param>
/// <param name="Tolerance">How far the valence may move and count as the same.</param>
/// <param name="ShowText">Whether masked text is in the lines.</param>
internal sealed record RunLine(
    string Scorer, string Fingerprint, DateOnly Since, DateOnly Until, string? Brand, double Tolerance, bool ShowText) : RescoreLine;

/// <summary>A message about which the candidate says something else, both scores side by side.</summary>
/// <param name="Conversation">The conversation's key.</param>
/// <param name="Message">The platform's id of the message.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="Changes">What changed.</param>
/// <param name="Stored">The stored score.</param>
/// <param name="Candidate">The candidate's.</param>
/// <param name="Text">The masked text; null where it was not asked for, and then the scores quote no words of it either.</param>
internal sealed record MessageLine(
    string Conversation,
    string Message,
    DateTimeOffset SentAt,
    IReadOnlyList<FieldChange> Changes,
    TextAnalysis Stored,
    TextAnalysis Candidate,
    string? Text) : RescoreLine;

/// <summary>A conversation that would have gone otherwise.</summary>
/// <param name="Conversation">The conversation's key.</param>
/// <param name="Changes">What changed.</param>
internal sealed record ConversationLine(string Conversation, IReadOnlyList<FieldChange> Changes) : RescoreLine;

/// <summary>What could not be scored again.</summary>
/// <param name="Conversation">The conversation's key.</param>
/// <param name="Message">The platform's id of the message; null when it is the whole conversation.</param>
/// <param name="Reason">Why.</param>
internal sealed record UnscoredLine(string Conversation, string? Message, string Reason) : RescoreLine;

/// <summary>A day was done.</summary>
/// <param name="Day">The day (UTC) on which its conversations started.</param>
/// <param name="Conversations">How many of them were read.</param>
/// <param name="Scorers">By the scorer that is stored: how its messages compare.</param>
internal sealed record DayLine(DateOnly Day, int Conversations, SortedDictionary<string, Agreement> Scorers) : RescoreLine;

/// <summary>How messages compare.</summary>
/// <param name="Identical">Of so many everything is the same, down to the last digit.</param>
/// <param name="Within">Of so many only numbers differ, and the valence no more than tolerated.</param>
/// <param name="Changed">Of so many something changed.</param>
internal readonly record struct Agreement(int Identical, int Within, int Changed)
{
    /// <summary>All of them.</summary>
    [JsonIgnore]
    public int Messages => Identical + Within + Changed;

    /// <summary>Both together.</summary>
    public static Agreement operator +(Agreement left, Agreement right) =>
        new(left.Identical + right.Identical, left.Within + right.Within, left.Changed + right.Changed);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RescoreLine))]
internal sealed partial class RescoreLineJson : JsonSerializerContext;
