using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Generic;

/// <summary>The body of a callback: a type, when it was made, and what the type says.</summary>
/// <param name="Type"><c>suggestions.ready</c> or <c>conversation.routed</c>.</param>
/// <param name="Timestamp">When the callback was made, UTC.</param>
/// <param name="Data">What happened.</param>
internal sealed record GenericCallback<TData>(string Type, DateTimeOffset Timestamp, TData Data);

/// <summary>
/// Replies for the advisor to choose from. Callbacks may overtake one another: of two for one message, the one with the greater
/// <c>position</c> (how many happenings of the conversation it was made from) stands, and of two for two messages the one with the greater
/// <c>order</c> (compared as text). Whatever a customer or an advisor writes after the message, a close and a transfer take them back: the
/// platform knows of those before anybody. An empty list takes back what was suggested before. One with <c>holding</c> asks a waiting customer for
/// patience, and stands beside the others of its order and position.
/// </summary>
internal sealed record SuggestionsReady(
    string ConversationId,
    string MessageId,
    string Order,
    int Position,
    string Language,
    IReadOnlyList<Suggestion> Suggestions,
    bool? Holding);

/// <summary>
/// Where a conversation stands with the advisors, and why. Callbacks may overtake one another: of two for one conversation, the one with
/// the greater <c>position</c> (it grows with what is known) stands; of the same position, <c>waiting</c> came before <c>assigned</c>, and
/// that before <c>released</c>. What waits because the service is closed comes with words for the customer (<c>out_of_hours</c>); what was taken
/// back from an advisor with why (<c>returned</c>).
/// </summary>
internal sealed record RoutedCallback(
    string ConversationId,
    string MessageId,
    int Position,
    string Status,
    RoutedAdvisor? Advisor,
    string Skill,
    int Level,
    bool Hard,
    bool Urgent,
    double Difficulty,
    IReadOnlyList<RoutedReason> Reasons,
    OutOfHours? OutOfHours,
    ReturnReason? Returned);

/// <summary>The advisor a conversation was given to.</summary>
internal sealed record RoutedAdvisor(string Id, string? FirstName);

/// <summary>A reason of the decision, in both languages.</summary>
internal sealed record RoutedReason(string Rule, double Weight, string Fr, string En);

/// <summary>Writes callbacks.</summary>
internal static class GenericCallbacks
{
    /// <summary>The body for an outcome; null for one that has no callback.</summary>
    public static byte[]? Write(ConversationEvent outcome, DateTimeOffset now) => outcome switch
    {
        RepliesSuggested suggested => JsonSerializer.SerializeToUtf8Bytes(
            new("suggestions.ready", now, DataOf(suggested)), GenericJson.Default.GenericCallbackSuggestionsReady),
        ConversationRouted routed => JsonSerializer.SerializeToUtf8Bytes(
            new("conversation.routed", now, DataOf(routed)), GenericJson.Default.GenericCallbackRoutedCallback),
        _ => null,
    };

    private static SuggestionsReady DataOf(RepliesSuggested suggested) =>
        new(suggested.Conversation.Id, suggested.MessageId, suggested.OrderKey, suggested.Position, suggested.Language,
            suggested.Suggestions, suggested.Holding ? true : null);

    private static RoutedCallback DataOf(ConversationRouted routed) => new(
        routed.Conversation.Id,
        routed.MessageId,
        routed.Position,
        routed.Status.ToString().ToLowerInvariant(),
        routed.AdvisorId is { } advisor ? new RoutedAdvisor(advisor, routed.AdvisorFirstName) : null,
        routed.Decision.Skill,
        routed.Decision.Level,
        routed.Decision.Hard,
        routed.Decision.Urgent,
        routed.Decision.Difficulty,
        [.. routed.Decision.Reasons.Select(reason => new RoutedReason(reason.Rule, reason.Weight, reason.French, reason.English))],
        routed.OutOfHours,
        routed.Returned);
}

/// <summary>How callbacks are written: the same names as in the webhooks, in snake case.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GenericCallback<SuggestionsReady>))]
[JsonSerializable(typeof(GenericCallback<RoutedCallback>))]
[JsonSerializable(typeof(GenericCallback<HistoryRequest>))]
internal sealed partial class GenericJson : JsonSerializerContext;
