using Pipeline.Messages;

namespace Pipeline.Suggestions.Feedback;

/// <summary>What an advisor told of a suggestion.</summary>
/// <param name="Id">Names it: told again under the same id, it is told once.</param>
/// <param name="Kind">What was done.</param>
/// <param name="SuggestionId">The suggestion; null where it is about none.</param>
/// <param name="OrderKey">With <paramref name="Position"/> the version of the conversation that it answers.</param>
/// <param name="Position">See there.</param>
/// <param name="Text">What is being sent, to tell how much was changed. It is compared and not kept.</param>
/// <param name="Reason">Why.</param>
public sealed record FeedbackGiven(
    string Id,
    FeedbackKind Kind,
    string? SuggestionId = null,
    string? OrderKey = null,
    int? Position = null,
    string? Text = null,
    FeedbackReason? Reason = null);
