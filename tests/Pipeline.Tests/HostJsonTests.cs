using System.Globalization;
using System.Text.Json;

namespace Pipeline.Tests;

/// <summary>
/// host.json: the Functions runtime reads it as strict JSON and ignores what it does not know, so nobody tells of a misspelt key.
/// </summary>
public sealed class HostJsonTests
{
    /// <summary>The keys of version 5 of the Service Bus extension (flat form; the nested form of version 4 is ignored silently).</summary>
    private static readonly string[] ServiceBusKeys =
    [
        "clientRetryOptions", "prefetchCount", "transportType", "webProxy", "autoCompleteMessages", "maxAutoLockRenewalDuration",
        "maxConcurrentCalls", "maxConcurrentSessions", "maxConcurrentCallsPerSession", "maxMessageBatchSize", "minMessageBatchSize",
        "maxBatchWaitTime", "sessionIdleTimeout", "enableCrossEntityTransactions",
    ];

    private static readonly string[] TopKeys =
        ["version", "functionTimeout", "telemetryMode", "concurrency", "extensions", "logging", "healthMonitor", "singleton"];

    private readonly JsonElement _host = Read();

    private JsonElement ServiceBus => _host.GetProperty("extensions").GetProperty("serviceBus");

    [Fact]
    public void It_has_only_keys_that_the_runtime_knows()
    {
        Assert.Subset(TopKeys.ToHashSet(), Keys(_host));
        Assert.Subset(new HashSet<string> { "http", "serviceBus" }, Keys(_host.GetProperty("extensions")));
        Assert.Subset(ServiceBusKeys.ToHashSet(), Keys(ServiceBus));
        Assert.Subset(new HashSet<string> { "logLevel", "console", "applicationInsights" }, Keys(_host.GetProperty("logging")));
        Assert.Equal("2.0", _host.GetProperty("version").GetString());
    }

    [Fact]
    public void Routes_are_below_api()
    {
        Assert.Equal("api", _host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
    }

    [Fact]
    public void The_runtime_completes_no_message_by_itself()
    {
        Assert.False(ServiceBus.GetProperty("autoCompleteMessages").GetBoolean());
    }

    [Fact]
    public void Nothing_is_fetched_before_it_can_be_handled_because_its_lock_would_run_meanwhile()
    {
        Assert.Equal(0, ServiceBus.GetProperty("prefetchCount").GetInt32());
    }

    [Fact]
    public void A_batch_waits_far_less_than_the_shortest_lock()
    {
        var wait = TimeSpan.Parse(ServiceBus.GetProperty("maxBatchWaitTime").GetString()!, CultureInfo.InvariantCulture);
        Assert.InRange(wait, TimeSpan.Zero, ShortestLock() / 10);
    }

    [Fact]
    public void A_batch_of_one_conversation_leaves_each_message_half_a_second_of_the_lock_that_is_not_renewed_for_batches()
    {
        var most = ServiceBus.GetProperty("maxMessageBatchSize").GetInt32();
        var least = ServiceBus.GetProperty("minMessageBatchSize").GetInt32();
        Assert.InRange(least, 1, most);
        Assert.True(ShortestLock() / most >= TimeSpan.FromSeconds(0.5));
    }

    private static TimeSpan ShortestLock() => ConversationFlow.Topology.Queues.Select(queue => queue.LockDuration)
        .Concat(ConversationFlow.Topology.Topics.SelectMany(topic => topic.Subscriptions).Select(subscription => subscription.LockDuration))
        .Min();

    private static HashSet<string> Keys(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private static JsonElement Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));
        return document.RootElement.Clone();
    }
}
