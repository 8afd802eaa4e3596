using Microsoft.Extensions.Logging;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Delivery;

/// <summary>
/// Brings an outcome back to its platform. What no longer helps the advisor is dropped; what the platform refuses for good is
/// dead-lettered; what it did not take is thrown, and tried again on the route's schedule.
/// </summary>
public sealed partial class DeliverStage(
    OutletDirectory outlets, IStandingReader conversations, AudibleOutcome audible, ILogger<DeliverStage> logger,
    IHandoverCards? handovers = null)
    : IStage<ConversationEvent, Nothing>
{
    /// <inheritdoc/>
    public async Task<StageResult<Nothing>> RunAsync(ConversationEvent message, CancellationToken cancellationToken)
    {
        if (message is not (RepliesSuggested or ConversationRouted))
        {
            return new StageResult<Nothing>.Refuse($"{message.GetType().Name} is not an outcome that a platform can be told of.");
        }

        var conversation = message.Conversation;
        if (outlets.Find(conversation) is not { } outlet)
        {
            return Stop(message, "The account has no address to deliver to.");
        }

        var standing = await conversations.ReadStandingAsync(conversation.Key, cancellationToken);
        if (Timeliness.WhyNot(message, standing) is { } reason)
        {
            return Stop(message, reason);
        }

        if (await audible.OfAsync(message, standing!, cancellationToken) is not { } told)
        {
            return Stop(message, "Nothing in it is sure enough for the advisor's level, or still in the library.");
        }

        try
        {
            await outlet.Outlet.DeliverAsync(outlet.Account, told, cancellationToken);
            await HandOverAsync(outlet, message, standing!, cancellationToken);
        }
        catch (PlatformRefusedException exception)
        {
            return new StageResult<Nothing>.Refuse(exception.Message);
        }

        Log.Delivered(logger, message.BusId, conversation.Platform);
        return new StageResult<Nothing>.Stop("Delivered.");
    }

    // Whoever gets a conversation that another had gets the card too, made at this moment, once for each transfer.
    private async Task HandOverAsync(
        OutletPlace outlet, ConversationEvent message, ConversationStanding standing, CancellationToken cancellationToken)
    {
        if (handovers is not null
            && message is ConversationRouted routed
            && await handovers.FindUntoldAsync(routed, standing, cancellationToken) is { } card)
        {
            await outlet.Outlet.DeliverAsync(outlet.Account, card, cancellationToken);
            await handovers.NoteToldAsync(card, cancellationToken);
            Log.Delivered(logger, card.BusId, standing.Conversation.Platform);
        }
    }

    private StageResult<Nothing>.Stop Stop(ConversationEvent outcome, string reason)
    {
        Log.NotDelivered(logger, outcome.BusId, reason);
        return new(reason);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Delivered {OutcomeId} to {Platform}.")]
        public static partial void Delivered(ILogger logger, string outcomeId, string platform);

        [LoggerMessage(2, LogLevel.Debug, "Did not deliver {OutcomeId}: {Reason}")]
        public static partial void NotDelivered(ILogger logger, string outcomeId, string reason);
    }
}
