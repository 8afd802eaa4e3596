using System.Text.Json.Serialization;
using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Who has the word in a conversation, and gives it. Every answer tells how things stood at one moment within the call.</summary>
public interface IConversationFloor
{
    /// <summary>Who has the word; null when the conversation is not known. One point read.</summary>
    Task<FloorStanding?> ReadAsync(string conversationKey, CancellationToken cancellationToken);

    /// <summary>Gives the word to somebody from now on; null when the conversation is not known.</summary>
    /// <param name="conversationKey">The conversation.</param>
    /// <param name="holder">Who gets it.</param>
    /// <param name="cause">Why.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<FloorStanding?> GiveAsync(string conversationKey, FloorHolder holder, FloorCause cause, CancellationToken cancellationToken);

    /// <summary>
    /// Asks leave for a bot to send one message. Leave is given only if the bot has the word at that moment, the conversation is still the one
    /// that the bot answers, and no other message has leave for it. Asked again under the same id, the answer is what holds then.
    /// </summary>
    /// <param name="conversationKey">The conversation.</param>
    /// <param name="claimId">The bot's own id of the message it wants to send.</param>
    /// <param name="version">The version of the conversation that it answers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<FloorClaim> ClaimAsync(string conversationKey, string claimId, FloorVersion version, CancellationToken cancellationToken);
}

/// <summary>A version of a conversation: any message, edit or deletion that becomes known makes another one.</summary>
/// <param name="OrderKey">The place of its last message.</param>
/// <param name="Position">How many happenings it is made of.</param>
public sealed record FloorVersion(string OrderKey, int Position);

/// <summary>Who has the word, in which version of the conversation.</summary>
/// <param name="Floor">Who has it.</param>
/// <param name="Version">The version.</param>
public sealed record FloorStanding(ConversationFloor Floor, FloorVersion Version);

/// <summary>Why a bot may not send a message.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FloorRefusal>))]
public enum FloorRefusal
{
    /// <summary>A person has the word.</summary>
    [JsonStringEnumMemberName("personHasTheWord")]
    PersonHasTheWord,

    /// <summary>The conversation is not the one any more that the message answers.</summary>
    [JsonStringEnumMemberName("conversationMovedOn")]
    ConversationMovedOn,

    /// <summary>Another message has leave to answer this version.</summary>
    [JsonStringEnumMemberName("alreadyClaimed")]
    AlreadyClaimed,
}

/// <summary>The answer to a bot that asks leave.</summary>
/// <param name="Standing">How things stand; null when the conversation is not known.</param>
/// <param name="Refusal">Why it may not send; null when it may.</param>
public sealed record FloorClaim(FloorStanding? Standing, FloorRefusal? Refusal)
{
    /// <summary>Whether it may send its message, now.</summary>
    public bool Granted => Standing is not null && Refusal is null;
}
