using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Speaking;

/// <summary>
/// Says what an advisor may be told after something happened: replies for a customer's message, or that those said before are taken back, for
/// somebody answered, the conversation was closed, or the customer wrote what nothing fits. It keeps nothing: what is taken back follows from the rows.
/// </summary>
public sealed class SpeakingStage(SuggestStage suggest, ITables tables) : IStage<MessageScored, ConversationEvent>
{
    /// <inheritdoc/>
    public async Task<StageResult<ConversationEvent>> RunAsync(MessageScored message, CancellationToken cancellationToken) =>
        message.Message switch
        {
            { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer } => await AnswerAsync(message, cancellationToken),
            { Kind: MessageKind.Message, Sender.Role: SenderRole.Advisor } =>
                await TakeBackAsync(message, WithdrawalReason.AdvisorAnswered, cancellationToken),
            { Kind: MessageKind.Close } => await TakeBackAsync(message, WithdrawalReason.Closed, cancellationToken),
            _ => new StageResult<ConversationEvent>.Stop("It changes no suggestions."),
        };

    private async Task<StageResult<ConversationEvent>> AnswerAsync(MessageScored message, CancellationToken cancellationToken)
    {
        switch (await suggest.RunAsync(message, cancellationToken))
        {
            case StageResult<RepliesSuggested>.Refuse refuse:
                return new StageResult<ConversationEvent>.Refuse(refuse.Reason);
            case StageResult<RepliesSuggested>.GoOn { Messages: [{ HeldOut: false } replies] }:
                // They take the place of those for any earlier message, so that nothing has to be taken back.
                return replies;
            case StageResult<RepliesSuggested>.GoOn:
                return new StageResult<ConversationEvent>.Stop("The conversation is held out.");
            default:
                return await TakeBackAsync(message, WithdrawalReason.CustomerWroteAgain, cancellationToken);
        }
    }

    private async Task<StageResult<ConversationEvent>> TakeBackAsync(
        MessageScored message, WithdrawalReason reason, CancellationToken cancellationToken)
    {
        if (Unanswered(message) is not { } turn)
        {
            return new StageResult<ConversationEvent>.Stop("No customer's message just before it waits for an answer.");
        }

        // Where they are not made yet, they are stale when they come, and are not delivered.
        var orderKey = Staleness.OrderOf(turn);
        return await StoredSuggestions.FindAsync(tables, message.Conversation.Key, orderKey, cancellationToken)
            is { HeldOut: false, Suggestions.Count: > 0 } stored
            ? new SuggestionsWithdrawn
            {
                Conversation = message.Conversation,
                Version = new(turn.MessageId, orderKey, stored.Position),
                Reason = reason,
            }
            : new StageResult<ConversationEvent>.Stop("There is nothing to take back.");
    }

    /// <summary>The customer's message before this one that nobody has answered; null when there is none.</summary>
    private static Turn? Unanswered(MessageScored message)
    {
        var earlier = message.State.Window.LastOrDefault(turn =>
            !turn.Deleted
            && turn.Role is SenderRole.Customer or SenderRole.Advisor
            && string.CompareOrdinal(Staleness.OrderOf(turn), message.Message.OrderKey) < 0);
        return earlier?.Role == SenderRole.Customer ? earlier : null;
    }
}
