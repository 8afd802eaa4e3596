using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Transcripts;

namespace Pipeline.Training.Rescoring;

/// <summary>Makes the states of a stored conversation again from its messages.</summary>
internal static class TranscriptFold
{
    /// <summary>The conversation after each message, in order.</summary>
    /// <param name="transcript">The conversation as it is stored.</param>
    /// <param name="scores">Other scores, by the message's id; a message without one keeps its own.</param>
    public static IEnumerable<FoldedConversation> After(ConversationTranscript transcript, IReadOnlyDictionary<string, TextAnalysis> scores)
    {
        FoldedConversation? folded = null;
        foreach (var message in transcript.Messages)
        {
            folded = ConversationFold.Advance(folded, new(new()
            {
                Conversation = transcript.Conversation,
                MessageId = message.Id,
                Kind = message.Kind,
                Sender = message.Sender,
                SentAt = message.SentAt,
                Text = message.Text,
                Rating = message.Rating,
                Analysis = scores.GetValueOrDefault(message.Id) ?? message.Analysis,
            }));
            yield return folded;
        }
    }
}
