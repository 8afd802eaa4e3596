using Pipeline.Ports;
using Pipeline.Suggestions.Feedback;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Replies;

/// <summary>Finds in a conversation the answers that may serve others: accepted by the customer, said well, and nobody's.</summary>
/// <param name="options">Brands, links and numbers, as replies are fitted with.</param>
/// <param name="gate">Refuses what may not be kept.</param>
public sealed class AcceptedReplies(SuggestionOptions options, ReplyGate gate)
{
    /// <summary>The accepted replies of a conversation, in its order.</summary>
    /// <param name="transcript">The conversation.</param>
    /// <param name="answers">Its answers, beside what was offered: see <see cref="AnswerMatching.Answers"/>.</param>
    public IReadOnlyList<SentReply> Of(ConversationTranscript transcript, IReadOnlyList<AnsweredMoment> answers)
    {
        var language = transcript.State.Language;
        if (!PhraseWords.Languages.Contains(language))
        {
            return [];
        }

        var replies = new List<SentReply>();
        foreach (var moment in answers)
        {
            if (TeachesSomething(moment) && Acceptance.Of(moment, transcript) && Take(transcript, moment, language) is { } reply)
            {
                replies.Add(reply);
            }
        }

        return replies;
    }

    /// <summary>A phrase that was sent as it is teaches nothing: it is the phrase. A past reply that was sent again is one more use of it.</summary>
    private static bool TeachesSomething(AnsweredMoment moment) =>
        moment.Use != AnswerUse.Verbatim || moment.Used!.Source.StartsWith(ReplyIdentity.SourcePrefix, StringComparison.Ordinal);

    private SentReply? Take(ConversationTranscript transcript, AnsweredMoment moment, string language)
    {
        var answer = transcript.Messages.First(message => message.Id == moment.AnswerId);
        if (answer.Attachments.Count > 0)
        {
            // It speaks of what came with it.
            return null;
        }

        var scored = AnsweredState.Of(transcript, moment.MessageId, answer);
        var others = transcript.Messages.Select(message => message.Sender.FirstName).OfType<string>().Distinct(StringComparer.Ordinal);
        return SlotReversal.Of(answer.Text, scored, language, [.. others], options, gate.Words) is { } template && gate.Allows(template, language)
            ? new(template, new(
                transcript.Conversation.Brand,
                language,
                transcript.Conversation.Key,
                answer.Id,
                answer.Sender.Id,
                DateOnly.FromDateTime(answer.SentAt.UtcDateTime),
                scored.Message.Analysis?.Intent))
            : null;
    }
}
