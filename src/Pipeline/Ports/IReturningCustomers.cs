using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Knows customers who come back.</summary>
public interface IReturningCustomers
{
    /// <summary>The advisor whom the customer of a conversation had in the one before; null when none is known.</summary>
    /// <param name="conversation">The conversation, which does not count itself.</param>
    /// <param name="since">Conversations that were closed before do not count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<string?> FormerAdvisorAsync(Conversation conversation, DateTimeOffset since, CancellationToken cancellationToken);
}
