using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Names customers by a keyed hash, so that their contacts can be counted without knowing who they are.</summary>
public interface ICustomerHashes
{
    /// <summary>The hash of a conversation's customer; null when the customer is not known, or no key is set.</summary>
    string? Of(Conversation conversation);
}
