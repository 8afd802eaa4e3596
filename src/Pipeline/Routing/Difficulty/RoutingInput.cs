using Pipeline.Messages;

namespace Pipeline.Routing.Difficulty;

/// <summary>
/// All that a decision is made from, in one record, so that a back-test can make it from stored conversations. What the platform knows of the
/// customer is left out on purpose: nobody waits longer for being worth less (docs/routing.md).
/// </summary>
public sealed record RoutingInput
{
    /// <summary>What was said so far.</summary>
    public required ConversationState State { get; init; }

    /// <summary>The path of the page it was opened from; null when not known.</summary>
    public string? EntryPage { get; init; }

    /// <summary>The brand.</summary>
    public string Brand { get; init; } = "default";

    /// <summary>The channel.</summary>
    public string Channel { get; init; } = "web";

    /// <summary>The input after a message.</summary>
    public static RoutingInput Of(Conversation conversation, ConversationState state) => new()
    {
        State = state,
        EntryPage = conversation.EntryPage,
        Brand = conversation.Brand,
        Channel = conversation.Channel,
    };

    /// <summary>What of it is stored with the decision.</summary>
    public RoutingDecisionInputs Kept => new()
    {
        Intent = State.Intent,
        Intents = State.Intents,
        Signals = State.Signals,
        CustomerMessages = State.CustomerMessages,
        NegativeStreak = State.Journey.NegativeStreak,
        EntryPage = EntryPage,
        Language = State.Language,
        Brand = Brand,
        Channel = Channel,
    };
}
