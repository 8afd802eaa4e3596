using Pipeline.Delivery;
using Pipeline.Flow;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing;
using Pipeline.Scoring;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Drafting;
using Pipeline.Transcripts;

namespace Pipeline;

/// <summary>
/// The path of a message, top to bottom. Both hosts read it, and nothing else decides what follows what.
/// <code>
/// webhook ─▶ capture (HTTP) ─▶ queue captured ─▶ score, record ─▶ topic conversations ─┬▶ suggest ─▶ queue outcomes ─▶ deliver
///                                                                                      │      └▶ queue drafts ─▶ draft ─▶ queue outcomes (optional)
///                                                                                      ├▶ route ──▶ queue outcomes, topic conversations
///                                                                                      └▶ store
/// </code>
/// </summary>
public static class ConversationFlow
{
    /// <summary>The routes, in the order of the path.</summary>
    public static IReadOnlyList<StageRoute> Routes { get; } =
    [
        // What the platform said is masked and analysed; then the conversation advances, message and state in one batch.
        StageRoute.Named("Score").From(Entities.Captured)
            .Run<MessageCaptured, MessageAnalyzed, ScoreStage>()
            .Then<MessageScored, RecordStage>()
            .To(Entities.Conversations),

        // A customer's message: replies are drafted for the advisor, who is free.
        StageRoute.Named("Suggest").From(Entities.Conversations, Entities.Suggest)
            .Run<MessageScored, RepliesSuggested, SuggestStage>()
            .To(Entities.Outcomes),

        // Where drafting is on, a while later: a language model's draft joins the suggestions, unless the conversation has moved on.
        StageRoute.Named("Draft").From(Entities.Drafts)
            .Run<MessageScored, RepliesSuggested, DraftStage>()
            .To(Entities.Outcomes),

        // A customer's message or a close: what is needed is decided, and an advisor's place claimed or given back.
        StageRoute.Named("Route").From(Entities.Conversations, Entities.Route)
            .Run<MessageScored, ConversationRouted, RouteStage>()
            .To(Entities.Outcomes, Entities.Conversations),

        // The summary changed: the index that quality teams query is written.
        StageRoute.Named("Store").From(Entities.Conversations, Entities.Store)
            .Run<ConversationEvent, Nothing, StoreStage>()
            .OncePerConversation()
            .ToNobody(),

        // Suggestions and decisions go back to the platform; one that is down is tried again for some hours.
        StageRoute.Named("Deliver").From(Entities.Outcomes)
            .Run<ConversationEvent, Nothing, DeliverStage>()
            .RetryingAfter(RetrySchedule.ForPlatforms)
            .ToNobody(),
    ];

    /// <summary>The entities of the bus. The Bicep template declares the same ones with the same rules.</summary>
    public static BusTopology Topology { get; } = new(
        Queues:
        [
            new(Entities.Captured, LockDuration, MaxDeliveryCount, DuplicateWindow),
            new(Entities.Drafts, LockDuration, MaxDeliveryCount, DuplicateWindow),
            new(Entities.Outcomes, LockDuration, MaxDeliveryCount, DuplicateWindow),
        ],
        Topics:
        [
            new(Entities.Conversations, DuplicateWindow,
            [
                new(Entities.Suggest, LockDuration, MaxDeliveryCount, [CustomerMessage]),
                new(Entities.Route, LockDuration, MaxDeliveryCount, [CustomerMessage, Close]),
                new(Entities.Store, LockDuration, MaxDeliveryCount, [SummaryChanged, Routed]),
            ]),
        ]);

    private static TimeSpan LockDuration => TimeSpan.FromMinutes(1);

    private static TimeSpan DuplicateWindow => TimeSpan.FromMinutes(10);

    private static int MaxDeliveryCount => 10;

    private static PropertyFilter CustomerMessage => Filter(("type", "scored"), ("kind", "Message"), ("sender", "Customer"));

    private static PropertyFilter Close => Filter(("type", "scored"), ("kind", "Close"));

    private static PropertyFilter SummaryChanged => Filter(("type", "scored"), ("summary", "changed"));

    private static PropertyFilter Routed => Filter(("type", "routed"), ("summary", "changed"));

    private static PropertyFilter Filter(params (string Name, string Value)[] properties) =>
        new(properties.ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal));
}
