namespace Pipeline.Messages;

/// <summary>The version of a conversation that suggestions answer: which message, and how much was known of what came up to it.</summary>
/// <param name="MessageId">The platform's id of the customer's message.</param>
/// <param name="OrderKey">Its place in the conversation: see <see cref="ConversationKeys.Order"/>.</param>
/// <param name="Position">The position of the state they were made from: see <see cref="MessageScored.Position"/>.</param>
public sealed record SuggestionVersion(string MessageId, string OrderKey, int Position);
