using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Where a conversation stands at one moment.</summary>
/// <param name="Conversation">What the platform says about it.</param>
/// <param name="State">Its state after the last known message.</param>
/// <param name="Assignment">Where it stands with the advisors; null before it was routed.</param>
public sealed record ConversationStanding(Conversation Conversation, ConversationState State, AssignmentView? Assignment)
{
    /// <summary>To whom somebody gave the word outside the messages; null when nobody did.</summary>
    public ConversationFloor? Given { get; init; }

    /// <summary>Who has the word.</summary>
    public ConversationFloor Floor => ConversationFloor.Now(State, Given);
}

/// <summary>Reads where a conversation stands.</summary>
public interface IStandingReader
{
    /// <summary>State and assignment, as they stood together at one moment; null when the conversation is not known. One query.</summary>
    Task<ConversationStanding?> ReadStandingAsync(string conversationKey, CancellationToken cancellationToken);
}
