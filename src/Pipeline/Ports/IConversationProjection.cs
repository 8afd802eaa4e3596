namespace Pipeline.Ports;

/// <summary>
/// Something that is made from closed conversations and can be made again from their rows at any time: counts, words to search by, open
/// questions. What it writes is a function of the record alone, so that repeating it, in any order, ends in the same rows.
/// </summary>
public interface IConversationProjection
{
    /// <summary>Names it in logs and commands.</summary>
    string Name { get; }

    /// <summary>
    /// Writes what the conversation brings, in place of what an earlier record of it brought. Called when it was closed, and again whenever a
    /// closed one has changed (a rating, a late message, a correction). May be
    /// called twice at once when a machine was taken to be dead and is not; whoever reads last then writes last.
    /// </summary>
    Task ProjectAsync(ConversationRecord record, CancellationToken cancellationToken);

    /// <summary>Takes back what the conversation brought: it was reopened or erased. Harmless when nothing stands.</summary>
    Task RemoveAsync(string conversationKey, CancellationToken cancellationToken);

    /// <summary>
    /// The conversation was erased: all that leads to it goes. What it added to the figures of groups should stay, without its key, its customer
    /// and its texts, so that a report of a past period says tomorrow what it said today. What keeps no such figures takes all of it back.
    /// </summary>
    Task ForgetAsync(string conversationKey, CancellationToken cancellationToken) => RemoveAsync(conversationKey, cancellationToken);
}
