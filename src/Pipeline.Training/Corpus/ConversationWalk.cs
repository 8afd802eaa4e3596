using Pipeline.Messages;
using Pipeline.Scoring;
using Pipeline.Scoring.PersonalData;
using Pipeline.Transcripts;

namespace Pipeline.Training.Corpus;

/// <summary>Takes a labelled conversation the product's way: each message cleaned, masked, analysed if a customer wrote it, and folded.</summary>
/// <param name="analyzer">The analyser.</param>
public sealed class ConversationWalk(CareAnalyzer analyzer)
{
    private readonly PersonalDataMasker _masker = new();

    /// <summary>The messages, and the conversation after each.</summary>
    public (IReadOnlyList<MessageAnalyzed> Messages, IReadOnlyList<FoldedConversation> After) Take(
        Conversation conversation, IReadOnlyList<LabelledTurn> turns)
    {
        var messages = new List<MessageAnalyzed>(turns.Count);
        var after = new List<FoldedConversation>(turns.Count);
        for (var turn = 0; turn < turns.Count; turn++)
        {
            messages.Add(Analyze(turns[turn], turn, conversation));
            after.Add(ConversationFold.Advance(turn > 0 ? after[turn - 1] : null, new TimelineEntry(messages[turn])));
        }

        return (messages, after);
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

/// <summary>A message of a labelled conversation.</summary>
/// <param name="Speaker"><c>customer</c>; whoever else writes for the service.</param>
/// <param name="Text">The raw text.</param>
/// <param name="Ts">When, in seconds since 1970; 0 where the file does not say.</param>
public sealed record LabelledTurn(string Speaker, string Text, long Ts = 0);
