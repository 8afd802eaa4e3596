using Pipeline.Ports;
using Pipeline.Tests.Web.Support;
using Pipeline.Web.Endpoints;

namespace Pipeline.Tests.Web;

public sealed class HealthEndpointTests
{
    private readonly WebFixture _fixture = new();

    [Fact]
    public async Task A_healthy_product_shows_how_full_each_queue_is()
    {
        _fixture.Bus.Depths = [new QueueDepth("captured", 3, 1, 2)];
        var answer = await _fixture.AskAsync(HealthEndpoint.GetAsync);
        Assert.Equal(200, answer.Status);
        Assert.Equal("Healthy", answer.Json.GetProperty("status").GetString());
        var queue = answer.Json.GetProperty("queues")[0];
        Assert.Equal("captured", queue.GetProperty("source").GetString());
        Assert.Equal(3, queue.GetProperty("active").GetInt32());
        Assert.Equal(1, queue.GetProperty("scheduled").GetInt32());
        Assert.Equal(2, queue.GetProperty("deadLettered").GetInt32());
    }

    [Fact]
    public async Task A_bus_that_fails_makes_it_unready_without_saying_why_to_the_world()
    {
        _fixture.Bus.Failure = new InvalidOperationException("Endpoint=sb://secret");
        var ready = await _fixture.AskAsync(HealthEndpoint.GetReadyAsync);
        Assert.Equal(503, ready.Status);
        Assert.Equal(["tables Healthy", "bus Unhealthy"], ready.Json.GetProperty("checks").EnumerateArray()
            .Select(check => $"{check.GetProperty("name")} {check.GetProperty("status")}"));
        Assert.DoesNotContain("secret", ready.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(_fixture.Log.Lines, line => line.Contains("secret", StringComparison.Ordinal));
        Assert.Equal(503, (await _fixture.AskAsync(HealthEndpoint.GetAsync)).Status);
    }

    [Fact]
    public async Task A_bus_that_never_answers_is_given_up_after_four_seconds()
    {
        _fixture.Bus.NeverAnswers = true;
        var asking = _fixture.AskAsync(HealthEndpoint.GetReadyAsync);
        await _fixture.Bus.Asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        _fixture.Clock.Advance(TimeSpan.FromSeconds(3.9));
        Assert.False(asking.IsCompleted);
        _fixture.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(503, (await asking).Status);
    }

    [Fact]
    public async Task However_often_anybody_asks_the_bus_is_asked_once_a_second()
    {
        for (var count = 0; count < 50; count++)
        {
            Assert.Equal(200, (await _fixture.AskAsync(HealthEndpoint.GetReadyAsync)).Status);
        }

        Assert.Equal(1, _fixture.Bus.Reads);
        _fixture.Bus.Failure = new InvalidOperationException();
        _fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(503, (await _fixture.AskAsync(HealthEndpoint.GetReadyAsync)).Status);
        Assert.Equal(2, _fixture.Bus.Reads);
    }

    [Fact]
    public async Task Being_alive_depends_on_nothing_else()
    {
        _fixture.Bus.Failure = new InvalidOperationException();
        Assert.Equal(200, (await _fixture.AskAsync(HealthEndpoint.GetLiveAsync)).Status);
        Assert.Equal(0, _fixture.Bus.Reads);
    }
}
