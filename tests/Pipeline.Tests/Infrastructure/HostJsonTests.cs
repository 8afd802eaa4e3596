using Pipeline.Tests.Infrastructure.Checks;

namespace Pipeline.Tests.Infrastructure;

public sealed class HostJsonTests
{
    private static string HostJson => Repository.Read("host.json");

    [Fact]
    public void It_has_only_keys_that_the_runtime_knows_and_fits_the_locks() =>
        Assert.Empty(HostJsonCheck.Find(HostJson, ConversationFlow.Topology));

    [Theory]
    [InlineData("\"prefetchCount\": 0", "\"prefetchcount\": 0, \"prefetchCount\": 0", "serviceBus has prefetchcount, which the runtime does not know")]
    [InlineData("\"prefetchCount\": 0", "\"prefetchCount\": 0, \"messageHandlerOptions\": {}", "serviceBus has messageHandlerOptions: that is of version 4")]
    [InlineData("\"version\": \"2.0\"", "\"version\": \"2.0\", \"functionTimeOut\": \"00:10:00\"", "host.json has functionTimeOut")]
    [InlineData("\"prefetchCount\": 0", "\"prefetchCount\": 500", "prefetchCount is not 0")]
    [InlineData("\"autoCompleteMessages\": false", "\"autoCompleteMessages\": true", "autoCompleteMessages is on")]
    [InlineData("\"maxAutoLockRenewalDuration\": \"00:05:00\"", "\"maxAutoLockRenewalDuration\": \"00:00:30\"", "is shorter than the lock")]
    [InlineData("\"maxBatchWaitTime\": \"00:00:01\"", "\"maxBatchWaitTime\": \"00:00:30\"", "maxBatchWaitTime is more than a tenth")]
    [InlineData("\"maxMessageBatchSize\": 120", "\"maxMessageBatchSize\": 1000", "maxMessageBatchSize 1000 leaves each message less")]
    [InlineData("\"minMessageBatchSize\": 1", "\"minMessageBatchSize\": 500", "minMessageBatchSize is not between")]
    [InlineData("\"routePrefix\": \"api\"", "\"routePrefix\": \"\"", "routePrefix is not api")]
    public void A_planted_error_is_told(string text, string replacement, string told)
    {
        Assert.Contains(text, HostJson, StringComparison.Ordinal);
        var findings = HostJsonCheck.Find(HostJson.Replace(text, replacement, StringComparison.Ordinal), ConversationFlow.Topology);
        Assert.Contains(findings, finding => finding.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void A_shorter_lock_is_told()
    {
        var flow = ConversationFlow.Topology;
        var shorter = flow with { Queues = [flow.Queues[0] with { LockDuration = TimeSpan.FromSeconds(5) }, .. flow.Queues.Skip(1)] };
        Assert.Contains(HostJsonCheck.Find(HostJson, shorter), finding => finding.Contains("maxBatchWaitTime", StringComparison.Ordinal));
    }
}
