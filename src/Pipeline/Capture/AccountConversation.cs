using Pipeline.Messages;

namespace Pipeline.Capture;

/// <summary>Makes the conversation of a platform's id: what the platform does not tell of it comes from the account's settings.</summary>
internal static class AccountConversation
{
    /// <summary>The conversation.</summary>
    /// <param name="account">The account it is at.</param>
    /// <param name="id">The platform's id of it.</param>
    /// <param name="customer">The platform's id of the customer; null while not known.</param>
    /// <param name="channel">The channel, where the platform tells it.</param>
    /// <param name="page">The path of the page that it was begun on; null where the platform does not tell.</param>
    public static Conversation Of(PlatformAccount account, string id, string? customer = null, string? channel = null, string? page = null) => new()
    {
        Key = ConversationKeys.Conversation(account.Platform, account.Account, id),
        Platform = account.Platform,
        Account = account.Account,
        Id = id,
        Brand = account.Brand,
        Channel = channel ?? account.Channel,
        LanguageHint = account.LanguageHint,
        EntryPage = page,
        CustomerId = customer,
    };
}
