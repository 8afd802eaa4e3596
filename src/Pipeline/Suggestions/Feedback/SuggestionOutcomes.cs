using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Feedback;

/// <summary>
/// Tells what became of suggestions from the transcript, where an answer is compared with what was suggested for it, and from what advisors told:
/// either is enough.
/// </summary>
public sealed class SuggestionOutcomes(ISpeakingPolicy policy) : ISuggestionOutcomes
{
    /// <inheritdoc/>
    public SuggestionOutcome Of(ConversationRecord record)
    {
        var transcript = record.Transcript;
        var level = transcript.Assignment?.AdvisorLevel;
        var moments = AnswerMatching.Of(transcript, found => policy.Audible(found, level));

        // As the rows say it: the setting may have been another one then.
        var heldOut = record.Under(ConversationRowKeys.SuggestionsPrefix).FirstOrDefault()?.Properties.ContainsKey("HeldOut") == true;
        return new(
            heldOut ? SuggestionUse.None : Use(record, moments, found => policy.Audible(found, level)),
            heldOut,
            moments.Count,
            moments.Count(moment => moment.Used is not null),
            moments.Count(moment => moment.Use == AnswerUse.Verbatim));
    }

    private static SuggestionUse Use(
        ConversationRecord record, IReadOnlyList<AnsweredMoment> moments, Func<IReadOnlyList<Suggestion>, IReadOnlyList<Suggestion>> audible)
    {
        var feedback = record.Feedback.ToList();
        if (moments.Any(moment => moment.Use == AnswerUse.Verbatim)
            || feedback.Any(entry => entry is { Kind: FeedbackKind.Sent, Distance: < AnswerMatching.VerbatimBelow }))
        {
            return SuggestionUse.Used;
        }

        if (moments.Any(moment => moment.Use == AnswerUse.Edited)
            || feedback.Any(entry => entry is { Kind: FeedbackKind.Edited } or { Kind: FeedbackKind.Sent, SuggestionId: not null }))
        {
            return SuggestionUse.Edited;
        }

        return moments.Count > 0 || feedback.Any(entry => entry.Kind == FeedbackKind.Shown)
            || record.Transcript.Messages.Any(message => message.Suggestions is { } found && audible(found).Count > 0)
            ? SuggestionUse.Shown
            : SuggestionUse.None;
    }
}
