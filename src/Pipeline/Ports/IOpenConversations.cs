namespace Pipeline.Ports;

/// <summary>Goes through the conversations that are open.</summary>
public interface IOpenConversations
{
    /// <summary>Their keys, in no order that means anything. One that closes meanwhile may still be listed.</summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken);
}
