namespace Pipeline;

/// <summary>Names of the bus entities, as constants: an attribute of a trigger takes nothing else.</summary>
public static class Entities
{
    /// <summary>Queue: what the platforms told us.</summary>
    public const string Captured = "captured";

    /// <summary>Topic: what happened in conversations, scored or routed.</summary>
    public const string Conversations = "conversations";

    /// <summary>Subscription of <see cref="Conversations"/>: the customer's messages, for reply suggestions.</summary>
    public const string Suggest = "suggest";

    /// <summary>Subscription of <see cref="Conversations"/>: the customer's messages and closes, for routing.</summary>
    public const string Route = "route";

    /// <summary>Subscription of <see cref="Conversations"/>: whatever changes a conversation's summary, for the index of transcripts.</summary>
    public const string Store = "store";

    /// <summary>Queue: what goes back to the platforms.</summary>
    public const string Outcomes = "outcomes";

    /// <summary>Queue: customers' messages that a language model drafts a reply for; empty where drafting is off.</summary>
    public const string Drafts = "drafts";

    /// <summary>How a subscription is named as a source: <c>topic/subscription</c>.</summary>
    public static string Subscription(string topic, string subscription) => $"{topic}/{subscription}";
}
