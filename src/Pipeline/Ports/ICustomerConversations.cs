namespace Pipeline.Ports;

/// <summary>Finds the conversations of a customer.</summary>
public interface ICustomerConversations
{
    /// <summary>
    /// The keys of a customer's conversations, open and closed. By the index of transcripts and the open conversations; where customers have no
    /// keyed hash, by reading every conversation.
    /// </summary>
    /// <param name="platform">The platform.</param>
    /// <param name="customerId">The platform's id of the customer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<string>> FindAsync(string platform, string customerId, CancellationToken cancellationToken);
}
