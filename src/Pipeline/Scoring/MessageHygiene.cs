using Pipeline.Messages;

namespace Pipeline.Scoring;

/// <summary>
/// Neutralises what a platform said around a text: names, labels, the page. It is stored and shown as the text is. Ids stay as they are: they
/// are only compared, and go back to the platform.
/// </summary>
internal static class MessageHygiene
{
    /// <summary>The conversation with labels that are safe to show; the same object when they were.</summary>
    public static Conversation Clean(Conversation conversation)
    {
        var (brand, channel) = (InputHygiene.Clean(conversation.Brand), InputHygiene.Clean(conversation.Channel));
        var page = conversation.EntryPage is { } entry ? InputHygiene.Clean(entry) : null;
        return ReferenceEquals(brand, conversation.Brand) && ReferenceEquals(channel, conversation.Channel)
            && ReferenceEquals(page, conversation.EntryPage)
            ? conversation
            : conversation with { Brand = brand, Channel = channel, EntryPage = page };
    }

    /// <summary>The sender with a name that is safe to show; the same object when it was.</summary>
    public static Sender Clean(Sender sender)
    {
        var name = sender.FirstName is { } given ? InputHygiene.Clean(given) : null;
        return ReferenceEquals(name, sender.FirstName) ? sender : sender with { FirstName = string.IsNullOrWhiteSpace(name) ? null : name };
    }
}
