using System.Globalization;
using System.Text.Json;
using Pipeline.Ports;

namespace Pipeline.Tests.Infrastructure.Checks;

/// <summary>
/// host.json: the Functions runtime reads it as strict JSON and ignores what it does not know, so nobody tells of a misspelt key. What
/// interacts with a lock fits it.
/// </summary>
internal static class HostJsonCheck
{
    // A batch of one conversation is handled one after the other: each message has its part of the lock.
    private static readonly TimeSpan ShareOfOneMessage = TimeSpan.FromSeconds(0.5);

    private static readonly string[] TopKeys =
        ["version", "functionTimeout", "telemetryMode", "concurrency", "extensions", "logging", "healthMonitor", "singleton"];

    /// <summary>The keys of version 5 of the Service Bus extension: the flat form.</summary>
    private static readonly string[] ServiceBusKeys =
    [
        "clientRetryOptions", "prefetchCount", "transportType", "webProxy", "autoCompleteMessages", "maxAutoLockRenewalDuration",
        "maxConcurrentCalls", "maxConcurrentSessions", "maxConcurrentCallsPerSession", "maxMessageBatchSize", "minMessageBatchSize",
        "maxBatchWaitTime", "sessionIdleTimeout", "enableCrossEntityTransactions",
    ];

    /// <summary>The nested keys of version 4, which version 5 ignores silently.</summary>
    private static readonly string[] OldKeys = ["messageHandlerOptions", "sessionHandlerOptions", "batchOptions"];

    public static IEnumerable<string> Find(string text, BusTopology topology)
    {
        using var document = JsonDocument.Parse(text);
        var host = document.RootElement.Clone();
        var extensions = host.GetProperty("extensions");
        var bus = extensions.GetProperty("serviceBus");
        return
        [
            .. Unknown("host.json", host, TopKeys),
            .. Unknown("extensions", extensions, ["http", "serviceBus"]),
            .. Unknown("serviceBus", bus, ServiceBusKeys),
            .. Unknown("logging", host.GetProperty("logging"), ["logLevel", "console", "applicationInsights"]),
            .. Wrong(host, extensions, bus, topology),
        ];
    }

    private static IEnumerable<string> Unknown(string place, JsonElement element, string[] known) =>
        element.EnumerateObject().Select(property => property.Name).Except(known).Select(name => OldKeys.Contains(name)
            ? $"{place} has {name}: that is of version 4 of the extension, and ignored."
            : $"{place} has {name}, which the runtime does not know.");

    private static IEnumerable<string> Wrong(JsonElement host, JsonElement extensions, JsonElement bus, BusTopology topology)
    {
        var shortest = topology.Queues.Select(queue => queue.LockDuration)
            .Concat(topology.Topics.SelectMany(topic => topic.Subscriptions).Select(subscription => subscription.LockDuration))
            .Min();
        var (least, most) = (Number(bus, "minMessageBatchSize"), Number(bus, "maxMessageBatchSize"));
        (bool Holds, string Otherwise)[] rules =
        [
            (host.GetProperty("version").GetString() == "2.0", "version is not 2.0."),
            (extensions.GetProperty("http").GetProperty("routePrefix").GetString() == "api", "routePrefix is not api."),
            (!bus.GetProperty("autoCompleteMessages").GetBoolean(), "autoCompleteMessages is on, and the functions settle themselves."),
            (Number(bus, "prefetchCount") == 0, "prefetchCount is not 0: a lock runs from when a message is fetched."),
            (Time(bus, "maxAutoLockRenewalDuration") >= shortest, "maxAutoLockRenewalDuration is shorter than the lock."),
            (Time(bus, "maxBatchWaitTime") <= shortest / 10, $"maxBatchWaitTime is more than a tenth of the lock ({shortest})."),
            (least >= 1 && least <= most, "minMessageBatchSize is not between 1 and maxMessageBatchSize."),
            (shortest / most >= ShareOfOneMessage, $"maxMessageBatchSize {most} leaves each message less than {ShareOfOneMessage} of the lock."),
            (Number(bus, "maxConcurrentCalls") >= 1, "maxConcurrentCalls is not positive."),
        ];
        return rules.Where(rule => !rule.Holds).Select(rule => $"host.json: {rule.Otherwise}");
    }

    private static int Number(JsonElement bus, string name) => bus.GetProperty(name).GetInt32();

    private static TimeSpan Time(JsonElement bus, string name) =>
        TimeSpan.Parse(bus.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
