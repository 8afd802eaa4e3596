namespace Pipeline.Suggestions.Replies;

/// <summary>A reply that an advisor sent and a customer accepted, with nothing in it that belongs to one conversation.</summary>
/// <param name="Text">The text, what was personal in it turned back into slots.</param>
/// <param name="Place">Where it was said.</param>
public sealed record SentReply(string Text, SentPlace Place);

/// <summary>Where a reply was said: only ever kept as keyed hashes.</summary>
/// <param name="Brand">The brand.</param>
/// <param name="Language">The language: fr or en.</param>
/// <param name="ConversationKey">The conversation.</param>
/// <param name="AnswerId">The advisor's message.</param>
/// <param name="AdvisorId">The advisor; null when not known, and then nobody is counted.</param>
/// <param name="Day">The day it was sent (UTC).</param>
/// <param name="Intent">What the answered message was about; null when it did not tell.</param>
public sealed record SentPlace(
    string Brand, string Language, string ConversationKey, string AnswerId, string? AdvisorId, DateOnly Day, string? Intent);
