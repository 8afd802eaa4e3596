namespace Pipeline.Messages;

/// <summary>Which conversation a message belongs to, and what the platform says about it.</summary>
public sealed record Conversation
{
    /// <summary>The key of the conversation in the pipeline: see <see cref="ConversationKeys.Conversation"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The platform's name, such as <c>chatwoot</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>The account at the platform, as configured.</summary>
    public required string Account { get; init; }

    /// <summary>The platform's own id of the conversation: what its API wants.</summary>
    public required string Id { get; init; }

    /// <summary>The brand that the customer talks to: from the account's configuration, or from the event.</summary>
    public string Brand { get; init; } = "default";

    /// <summary>The channel: web, app, whatsapp, messenger, sms, email …</summary>
    public string Channel { get; init; } = "web";

    /// <summary>The language the platform or the account's configuration suggests (fr, en); null when neither does.</summary>
    public string? LanguageHint { get; init; }

    /// <summary>The path of the page the conversation was opened from; null when not known.</summary>
    public string? EntryPage { get; init; }

    /// <summary>The platform's id of the customer; null when not known.</summary>
    public string? CustomerId { get; init; }

    /// <summary>What the platform knows of the matter; null when it tells nothing.</summary>
    public ConversationAttributes? Attributes { get; init; }
}
