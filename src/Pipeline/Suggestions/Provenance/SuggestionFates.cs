using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Feedback;

namespace Pipeline.Suggestions.Provenance;

/// <summary>Says what became of each suggestion, by what was sent, fed back and said after it.</summary>
internal static class SuggestionFates
{
    /// <summary>The fates, in the order of the suggestions.</summary>
    /// <param name="offered">The suggestions.</param>
    /// <param name="record">The conversation.</param>
    /// <param name="answers">The advisors' messages, traced.</param>
    public static IReadOnlyList<SuggestionFate> Of(
        IReadOnlyList<OfferedReply> offered, ConversationRecord record, IReadOnlyList<MessageProvenance> answers)
    {
        var told = record.Feedback.Where(entry => entry.SuggestionId is not null)
            .ToLookup(entry => entry.SuggestionId!, StringComparer.Ordinal);
        return [.. offered.Select(reply => Of(reply, record.Transcript, answers, told[reply.Suggestion.Id].ToList()))];
    }

    private static SuggestionFate Of(
        OfferedReply reply, ConversationTranscript transcript, IReadOnlyList<MessageProvenance> answers, List<FeedbackEntry> told)
    {
        var suggestion = reply.Suggestion;
        var answer = answers.FirstOrDefault(message => message.Sentences.Any(sentence => sentence.SuggestionId == suggestion.Id));
        var sent = told.LastOrDefault(entry => entry.Kind == FeedbackKind.Sent);
        var dismissed = told.LastOrDefault(entry => entry.Kind == FeedbackKind.Dismissed);
        var distance = answer is not null
            ? Math.Round(EditDistance.Of(suggestion.Text, string.Join(' ', answer.Sentences.Select(sentence => sentence.Text))), 4)
            : sent?.Distance ?? (sent is null ? null : 0);
        var withdrawn = distance is null ? WhyWithdrawn(reply, transcript) : null;
        return new SuggestionFate
        {
            SuggestionId = suggestion.Id,
            MessageId = reply.MessageId,
            Source = suggestion.Source,
            Category = suggestion.Category,
            End = distance is { } changed ? (changed < AnswerMatching.VerbatimBelow ? SuggestionEnd.Used : SuggestionEnd.Edited)
                : dismissed is not null ? SuggestionEnd.Dismissed
                : !reply.IsShown && told.Count == 0 ? SuggestionEnd.NotShown
                : withdrawn is not null ? SuggestionEnd.Withdrawn
                : SuggestionEnd.Shown,
            AnswerId = answer?.MessageId,
            Distance = distance,
            Withdrawn = withdrawn,
            Reason = dismissed?.Reason,
        };
    }

    // As Staleness has it, of a conversation that has gone on: the first thing that happened after it.
    private static WithdrawalReason? WhyWithdrawn(OfferedReply reply, ConversationTranscript transcript)
    {
        if (transcript.Messages.Any(message => message.Id == reply.MessageId && message.DeletedAt is not null))
        {
            return WithdrawalReason.MessageDeleted;
        }

        var next = transcript.Messages.FirstOrDefault(message => message.DeletedAt is null
            && (message is { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer or SenderRole.Advisor } || message.Kind == MessageKind.Close)
            && string.CompareOrdinal(ConversationKeys.Order(message.SentAt, message.Id), reply.OrderKey) > 0);
        return next switch
        {
            null => null,
            { Kind: MessageKind.Close } => WithdrawalReason.Closed,
            { Sender.Role: SenderRole.Customer } => WithdrawalReason.CustomerWroteAgain,
            _ => WithdrawalReason.AdvisorAnswered,
        };
    }
}
