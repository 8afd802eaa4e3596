using Pipeline.Ports;

namespace Pipeline.Contracts;

/// <summary>The entities that the contracts of the bus are told on.</summary>
public static class ContractTopology
{
    public const string Orders = "orders";
    public const string Returns = "returns";
    public const string Events = "events";
    public const string All = "events/all";
    public const string French = "events/french";
    public const string FrenchOrLoud = "events/frenchorloud";
    public const int MaxDeliveryCount = 3;

    public static TimeSpan LockDuration => TimeSpan.FromMinutes(1);

    public static TimeSpan DuplicateWindow => TimeSpan.FromMinutes(10);

    /// <summary>Two queues, and a topic with three subscriptions.</summary>
    public static BusTopology Topology { get; } = new(
        [
            new(Orders, LockDuration, MaxDeliveryCount, DuplicateWindow),
            new(Returns, LockDuration, MaxDeliveryCount, DuplicateWindow),
        ],
        [
            new(Events, DuplicateWindow,
            [
                new("all", LockDuration, MaxDeliveryCount, []),
                new("french", LockDuration, MaxDeliveryCount, [Filter(("language", "fr"), ("kind", "message"))]),
                new("frenchorloud", LockDuration, MaxDeliveryCount, [Filter(("language", "fr")), Filter(("loud", "yes"))]),
            ]),
        ]);

    private static PropertyFilter Filter(params (string Name, string Value)[] properties) =>
        new(properties.ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal));
}
