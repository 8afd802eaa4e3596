using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Corrections;

/// <summary>Makes labelled messages of what persons corrected: the masked text, and only those labels that a person gave.</summary>
internal static class CorrectedLines
{
    /// <summary>Whose hand these rows are: they never stand on both sides of a measurement.</summary>
    public const string Hand = "corrected";

    /// <summary>The rows of a conversation, in its order: one for each message whose correction stands.</summary>
    public static IEnumerable<CorpusRow> Of(ConversationTranscript transcript)
    {
        foreach (var message in transcript.Messages.Where(message => message.MachineAnalysis is not null && message.Text.Length > 0))
        {
            Sentiment? sentiment = null;
            Emotion? emotion = null;
            string? intent = null;
            foreach (var correction in (transcript.Corrections ?? []).Where(correction =>
                correction.MessageId == message.Id && correction.WithdrawnAt is null && !(correction.At <= message.EditedAt)))
            {
                // Whoever names only one of the two says no more of the other.
                (sentiment, emotion) = correction.Says switch
                {
                    { Sentiment: null, Emotion: null } => (sentiment, emotion),
                    var says => (says.Sentiment, says.Emotion),
                };
                intent = correction.Says.Intent ?? intent;
            }

            if (sentiment is not null || emotion is not null || intent is not null)
            {
                yield return new()
                {
                    Id = $"{transcript.Conversation.Key}/{message.Id}",
                    Language = message.Analysis!.Language is "fr" or "en" ? message.Analysis.Language : transcript.State.Language,
                    Hand = Hand,
                    Text = message.Text,
                    Sentiment = sentiment?.ToString().ToLowerInvariant(),
                    Emotions = emotion is { } felt ? [felt.ToString().ToLowerInvariant()] : null,
                    Intent = intent,
                };
            }
        }
    }
}
