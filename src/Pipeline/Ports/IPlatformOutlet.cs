using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Brings suggestions and decisions back to one kind of platform: to the advisor, never to the customer.</summary>
public interface IPlatformOutlet
{
    /// <summary>The platform's name, as in <see cref="Conversation.Platform"/>.</summary>
    string Platform { get; }

    /// <summary>Whether an account, by its configured name, has anywhere to deliver to.</summary>
    bool Reaches(string account);

    /// <summary>
    /// Delivers one outcome. Given the same outcome again, the platform's view stays the same: calls carry the event's
    /// <see cref="ConversationEvent.BusId"/> as idempotency key.
    /// </summary>
    /// <param name="account">The account to deliver at, by its configured name: not the conversation's own where outcomes go through another.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HttpRequestException">The platform did not take it; it may later.</exception>
    /// <exception cref="PlatformRefusedException">The platform will never take it.</exception>
    Task DeliverAsync(string account, ConversationEvent outcome, CancellationToken cancellationToken);
}

/// <summary>The platform refused a call for good (wrong token, unknown conversation): trying again is of no use.</summary>
public sealed class PlatformRefusedException(string message) : Exception(message);
