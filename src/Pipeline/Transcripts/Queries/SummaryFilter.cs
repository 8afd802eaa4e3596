using Pipeline.Ports;

namespace Pipeline.Transcripts.Queries;

/// <summary>Tells whether a conversation meets a query, as far as its summary says it: all but words and customer.</summary>
internal static class SummaryFilter
{
    /// <summary>Whether it meets all that is asked.</summary>
    public static bool Meets(ConversationSummary summary, TranscriptQuery query) =>
        !(summary.StartedAt < query.From) && !(summary.StartedAt >= query.Before)
        && IsAny(summary.Brand, query.Brand)
        && IsAny(summary.Channel, query.Channel)
        && IsAny(summary.Language, query.Language)
        && IsAny(summary.Skill, query.Skill)
        && IsAny(summary.AdvisorId, query.AdvisorId)
        && IsAny(summary.Intent, query.Intent)
        && IsAny(summary.HardReason, query.HardReason)
        && IsAny(summary.StartEmotion, query.StartEmotion)
        && IsAny(summary.WorstEmotion, query.WorstEmotion)
        && IsAny(summary.EndEmotion, query.EndEmotion)
        && IsAny(summary.Arc, query.Arc)
        && IsAny(summary.TriggerCause, query.TriggerCause)
        && IsAny(summary.Thanked, query.Thanked)
        && IsAny(summary.Hard, query.Hard)
        && IsAny(summary.Urgent, query.Urgent)
        && IsAny(summary.EntryKind, query.EntryKind)
        && IsAny(summary.ClosedAt is null, query.Open)
        && IsAny(summary.Measures?.Outcome, query.Outcome)
        && IsAny(summary.Measures?.Escalated, query.Escalated)
        && IsAny(summary.Measures?.SuggestionUse, query.SuggestionUse)
        && IsAny(summary.Measures is { } measures ? measures.Transfers > 0 : null, query.Transferred)
        && (query.RatingMin is null || summary.Rating >= query.RatingMin)
        && (query.RatingMax is null || summary.Rating <= query.RatingMax);

    private static bool IsAny(string? value, string? asked) => asked is null || value == asked;

    private static bool IsAny<T>(T? value, T? asked)
        where T : struct => asked is null || (value is not null && EqualityComparer<T>.Default.Equals(value.Value, asked.Value));
}
