using Pipeline.Messages;
using Pipeline.Scoring;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Journeys;

/// <summary>Takes conversations with a labelled journey the product's way.</summary>
/// <param name="analyzer">The analyser.</param>
public sealed class JourneyWalk(CareAnalyzer analyzer)
{
    private readonly ConversationWalk _walk = new(analyzer);

    /// <summary>The messages, and the state of the conversation before each; one more state at the end is that after the last.</summary>
    public (IReadOnlyList<MessageAnalyzed> Messages, IReadOnlyList<ConversationState> States) Take(LabelledConversation labelled)
    {
        var (messages, after) = _walk.Take(
            new Conversation
            {
                Key = ConversationKeys.Conversation("labelled", "journeys", labelled.Id),
                Platform = "labelled",
                Account = "journeys",
                Id = labelled.Id,
                LanguageHint = labelled.SpokenLanguage,
            },
            labelled.Turns);
        return (messages, [new(), .. after.Select(folded => folded.State)]);
    }
}
