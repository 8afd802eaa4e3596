using Pipeline.Messages;

namespace Pipeline.Web.Answers;

/// <summary>The data of a live event: suggestions of a conversation must not be used any more.</summary>
/// <param name="Key">The conversation's key.</param>
/// <param name="Version">The version of the conversation that they answer.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawalNotice(string Key, SuggestionVersion Version, WithdrawalReason Reason);
