using Pipeline.Ports;

namespace Pipeline.Tests.Transcripts.Queries;

/// <summary>What a query means, written once more and plainly.</summary>
internal static class NaiveFilter
{
    public static bool Meets(ConversationSummary summary, TranscriptQuery query)
    {
        (object? Value, object? Asked)[] pairs =
        [
            (summary.Brand, query.Brand), (summary.Channel, query.Channel), (summary.Language, query.Language), (summary.Skill, query.Skill),
            (summary.AdvisorId, query.AdvisorId), (summary.Intent, query.Intent), (summary.HardReason, query.HardReason),
            (summary.StartEmotion, query.StartEmotion), (summary.WorstEmotion, query.WorstEmotion), (summary.EndEmotion, query.EndEmotion),
            (summary.Arc, query.Arc), (summary.TriggerCause, query.TriggerCause), (summary.Thanked, query.Thanked), (summary.Hard, query.Hard),
            (summary.Urgent, query.Urgent), (summary.EntryKind, query.EntryKind), (summary.ClosedAt is null, query.Open),
            (summary.Measures?.Outcome, query.Outcome), (summary.Measures?.Escalated, query.Escalated),
            (summary.Measures?.SuggestionUse, query.SuggestionUse), (summary.Measures is null ? null : summary.Measures.Transfers > 0, query.Transferred),
        ];
        return pairs.All(pair => pair.Asked is null || pair.Asked.Equals(pair.Value))
            && (query.From is null || summary.StartedAt >= query.From)
            && (query.Before is null || summary.StartedAt < query.Before)
            && (query.RatingMin is null || (summary.Rating is { } rating && rating >= query.RatingMin))
            && (query.RatingMax is null || (summary.Rating is { } given && given <= query.RatingMax));
    }
}
