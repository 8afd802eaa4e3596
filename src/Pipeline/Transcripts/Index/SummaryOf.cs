using Pipeline.Ports;
using Pipeline.Transcripts.Journey;

namespace Pipeline.Transcripts.Index;

/// <summary>
/// Makes the summary of a conversation from its rows. While it is open, the summary holds nothing that changes with every message: so the
/// index need not be written for each, and yet is always what the conversation says.
/// </summary>
internal static class SummaryOf
{
    /// <summary>The columns that the head alone gives.</summary>
    public static ConversationSummary Head(FoldedConversation folded)
    {
        var (conversation, state) = folded;
        return new ConversationSummary
        {
            Key = conversation.Key,
            StartedAt = state.StartedAt,
            ClosedAt = state.ClosedAt,
            Platform = conversation.Platform,
            Brand = conversation.Brand,
            Channel = conversation.Channel,
            Language = state.Language,
            CustomerFirstName = state.CustomerFirstName,
            Intent = state.Intent,
            StartEmotion = state.Journey.Start,
            WorstEmotion = state.Journey.Worst,
            EndEmotion = state.Closed ? state.Journey.Last : null,
            TriggerCause = state.Closed ? state.Journey.Trigger?.Cause : null,
            Arc = state.Closed ? ConversationArcs.Of(state.Journey) : null,
            Thanked = state.Closed ? state.Journey.Thanked : null,
            Messages = state.Closed ? state.CustomerMessages + state.AdvisorMessages + state.BotMessages : null,
            Rating = state.Rating,
            EntryKind = conversation.Attributes?.EntryKind,
        };
    }

    /// <summary>All columns: the head's, the assignment's, and what the measurer makes of a closed one.</summary>
    /// <param name="folded">The conversation.</param>
    /// <param name="assignment">Where it stands with the advisors; null before it was routed.</param>
    /// <param name="measures">What it measured; null while it is open.</param>
    public static ConversationSummary Whole(FoldedConversation folded, AssignmentView? assignment, ConversationMeasures? measures) => Head(folded) with
    {
        Hard = folded.State.Corrections?.Hard ?? assignment?.Decision.Hard ?? false,
        Urgent = assignment?.Decision.Urgent ?? false,
        Skill = folded.State.Corrections?.Skill ?? assignment?.Decision.Skill,
        AdvisorId = assignment?.AdvisorId,
        HardReason = folded.State.Closed && assignment?.Decision is { Hard: true, Reasons: [var first, ..] } ? first.Rule : null,
        Measures = measures is null ? null : SummaryMeasures.Of(measures),
    };
}
