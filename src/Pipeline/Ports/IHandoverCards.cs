using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Makes the card of a conversation that changed hands, for whoever delivers it: once for each transfer.</summary>
public interface IHandoverCards
{
    /// <summary>
    /// The card for the advisor to whom a conversation was just given; null when it did not change hands, has gone on since, or the card was
    /// told already. Costs nothing where no bot wrote and one advisor alone ever had it; else a read, and the conversation's partition where there is something to tell.
    /// </summary>
    /// <param name="routed">Where it was given.</param>
    /// <param name="standing">Where it stands now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ConversationHandedOver?> FindUntoldAsync(
        ConversationRouted routed, ConversationStanding standing, CancellationToken cancellationToken);

    /// <summary>Notes that a card was told. Should this be lost, it is told again under the same id.</summary>
    Task NoteToldAsync(ConversationHandedOver handedOver, CancellationToken cancellationToken);
}
