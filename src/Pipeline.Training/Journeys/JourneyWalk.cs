using Pipeline.Messages;
using Pipeline.Scoring;
using Pipeline.Scoring.PersonalData;
using Pipeline.Transcripts;

namespace Pipeline.Training.Journeys;

/// <summary>Takes a labelled conversation the product's way: each message cleaned, masked, analysed if a customer wrote it, and folded.</summary>
/// <param name="analyzer">The analyser.</param>
public sealed class JourneyWalk(CareAnalyzer analyzer)
{
    private readonly PersonalDataMasker _masker = new();

    /// <summary>The messages, and the state of the conversation before each; one more state at the end is that after the last.</summary>
    public (IReadOnlyList<MessageAnalyzed> Messages, IReadOnlyList<ConversationState> States) Take(LabelledConversation labelled)
    {
        var conversation = new Conversation
        {
            Key = ConversationKeys.Conversation("labelled", "journeys", labelled.Id),
            Platform = "labelled",
            Account = "journeys",
            Id = labelled.Id,
            LanguageHint = labelled.SpokenLanguage,
        };
        var messages = new List<MessageAnalyzed>(labelled.Turns.Count);
        List<ConversationState> states = [new()];
        FoldedConversation? folded = null;
        for (var turn = 0; turn < labelled.Turns.Count; turn++)
        {
            messages.Add(Analyze(labelled.Turns[turn], turn, conversation));
            folded = ConversationFold.Advance(folded, new TimelineEntry(messages[^1]));
            states.Add(folded.State);
        }

        return (messages, states);
    }

    private MessageAnalyzed Analyze(LabelledTurn turn, int number, Conversation conversation)
    {
        var isCustomer = turn.Speaker == "customer";
        var masked = _masker.Mask(InputHygiene.Clean(turn.Text));
        return new()
        {
            Conversation = conversation,
            MessageId = $"turn-{number:000}",
            Kind = MessageKind.Message,
            Sender = new(isCustomer ? SenderRole.Customer : SenderRole.Advisor),
            SentAt = DateTimeOffset.FromUnixTimeSeconds(turn.Ts),
            Text = masked.Text,
            Masked = masked.Kinds,
            Analysis = isCustomer && !string.IsNullOrWhiteSpace(masked.Text) ? analyzer.Analyze(masked.Text, conversation.LanguageHint) : null,
        };
    }
}
