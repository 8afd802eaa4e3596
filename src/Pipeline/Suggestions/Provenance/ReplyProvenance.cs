using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Provenance;

/// <summary>
/// Traces what advisors sent back to what was suggested, from the transcript alone: a platform that tells nothing but messages is enough. What
/// an advisor told by feedback comes on top: a suggestion that was put in counts wherever it was.
/// </summary>
public sealed class ReplyProvenance(ISpeakingPolicy policy) : IReplyProvenance
{
    /// <inheritdoc/>
    public ConversationProvenance Trace(ConversationRecord record)
    {
        var offered = OfferedReply.In(record, policy);
        var putIn = record.Feedback
            .Where(entry => entry.Kind is FeedbackKind.Inserted or FeedbackKind.Edited or FeedbackKind.Sent && entry.SuggestionId is not null)
            .Select(entry => entry.SuggestionId!)
            .ToHashSet(StringComparer.Ordinal);
        var answers = Answers(record.Transcript, offered, putIn);
        return new(answers, SuggestionFates.Of(offered, record, answers), Shares(answers));
    }

    private static List<MessageProvenance> Answers(ConversationTranscript transcript, IReadOnlyList<OfferedReply> offered, HashSet<string> putIn)
    {
        var answers = new List<MessageProvenance>();

        // What the customer said since the service last answered, and all that was said in answer to it: an answer may come in two messages.
        var (asked, hasAnswer) = ("", false);
        foreach (var message in transcript.Messages.Where(message => message is { Kind: MessageKind.Message, DeletedAt: null }))
        {
            var key = ConversationKeys.Order(message.SentAt, message.Id);
            if (message.Sender.Role == SenderRole.Customer)
            {
                (asked, hasAnswer) = (hasAnswer || asked.Length == 0 ? key : asked, false);
            }
            else if (message.Sender.Role == SenderRole.Advisor)
            {
                OfferedReply[] before =
                [
                    .. offered.Where(reply => string.CompareOrdinal(reply.OrderKey, key) < 0
                        && ((reply.IsShown && string.CompareOrdinal(reply.OrderKey, asked) >= 0) || putIn.Contains(reply.Suggestion.Id))),
                ];
                if (SentenceTracing.Trace(message.Text, before) is { Count: > 0 } sentences)
                {
                    answers.Add(new(message.Id, sentences));
                }

                hasAnswer = true;
            }
        }

        return answers;
    }

    private static IReadOnlyList<ProvenanceShare> Shares(List<MessageProvenance> answers)
    {
        SentenceProvenance[] all = [.. answers.SelectMany(answer => answer.Sentences)];
        double characters = all.Sum(sentence => sentence.Text.Length);
        return
        [
            .. all.GroupBy(sentence => sentence.Origin).OrderBy(group => group.Key).Select(group => new ProvenanceShare(
                group.Key, group.Count(), Math.Round(group.Sum(sentence => sentence.Text.Length) / characters, 4))),
        ];
    }
}
