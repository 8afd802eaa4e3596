using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Speaking;

/// <summary>
/// Says what an advisor may be told after something was written: replies for a customer's message, or that those said before are taken back, for
/// somebody answered, or the customer wrote what nothing fits. It keeps nothing: what is taken back follows from the rows.
/// </summary>
public sealed class SpeakingStage(SuggestStage suggest, ITables tables) : IStage<MessageScored, ConversationEvent>
{
    /// <inheritdoc/>
    public async Task<StageResult<ConversationEvent>> RunAsync(MessageScored message, CancellationToken cancellationToken) =>
        message.Message switch
        {
            { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer } => await AnswerAsync(message, cancellationToken),
            { Kind: MessageKind.Message, Sender.Role: SenderRole.Advisor } => await AnsweredAsync(message, cancellationToken),
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
                return await TakeBackAsync(
                    message, WithdrawalReason.CustomerWroteAgain, Before(message, SenderRole.Customer), cancellationToken);
        }
    }

    private async Task<StageResult<ConversationEvent>> AnsweredAsync(MessageScored message, CancellationToken cancellationToken)
    {
        // After another answer they are taken back already. Where they are not made yet, they are stale when they come.
        Turn[] earlier = [.. Before(message, SenderRole.Customer, SenderRole.Advisor)];
        return await TakeBackAsync(
            message,
            WithdrawalReason.AdvisorAnswered,
            earlier is [.., { Role: SenderRole.Customer } last] ? [last] : [],
            cancellationToken);
    }

    /// <summary>Takes back the last suggestions that were made for any of these turns.</summary>
    private async Task<StageResult<ConversationEvent>> TakeBackAsync(
        MessageScored message, WithdrawalReason reason, IEnumerable<Turn> turns, CancellationToken cancellationToken)
    {
        var places = turns.ToDictionary(Staleness.OrderOf, StringComparer.Ordinal);
        if (places.Count == 0)
        {
            return new StageResult<ConversationEvent>.Stop("Nothing was suggested before it.");
        }

        var stored = await StoredSuggestions.FindBetweenAsync(
            tables, message.Conversation.Key, places.Keys.Min(StringComparer.Ordinal)!, message.Message.OrderKey, cancellationToken);
        return stored.LastOrDefault(set => set is { HeldOut: false, Suggestions.Count: > 0 } && places.ContainsKey(set.OrderKey)) is { } last
            ? new SuggestionsWithdrawn
            {
                Conversation = message.Conversation,
                Version = new(places[last.OrderKey].MessageId, last.OrderKey, last.Position),
                Reason = reason,
                By = message.Message.OrderKey,
            }
            : new StageResult<ConversationEvent>.Stop("There is nothing to take back.");
    }

    private static IEnumerable<Turn> Before(MessageScored message, params SenderRole[] roles) => message.State.Window.Where(turn =>
        !turn.Deleted
        && roles.Contains(turn.Role)
        && string.CompareOrdinal(Staleness.OrderOf(turn), message.Message.OrderKey) < 0);
}
