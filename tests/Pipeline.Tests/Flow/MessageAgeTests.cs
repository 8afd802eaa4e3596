using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Flow;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Flow;

public sealed class MessageAgeTests
{
    [Theory]
    [InlineData(90, null, 90)]
    [InlineData(90, 20, 20)]
    [InlineData(-5, null, 0)]
    public async Task How_long_a_message_could_have_been_taken_is_measured_when_its_stage_takes_it(
        int sentSecondsAgo, int? dueSecondsAgo, int measured)
    {
        var stage = $"Aged{sentSecondsAgo}/{dueSecondsAgo}";
        var ages = new ConcurrentQueue<double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == "pipeline.message.age")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, age, tags, _) =>
        {
            if (tags.ToArray().Any(tag => Equals(tag.Value, stage)))
            {
                ages.Enqueue(age);
            }
        });
        listener.Start();

        var clock = new FakeClock();
        var route = StageRoute.Named(stage).From("in").Run<MessageCaptured, Nothing, NeverRun>().ToNobody();
        var message = new BusMessage("m", "{]"u8.ToArray(), new Dictionary<string, string>(), "c")
        {
            ScheduledFor = dueSecondsAgo is { } due ? clock.GetUtcNow() - TimeSpan.FromSeconds(due) : null,
        };
        var runner = new RouteRunner(
            new ServiceCollection().BuildServiceProvider(), new RecordingBus(), clock, NullLogger<RouteRunner>.Instance);
        await runner.RunAsync(
            route,
            [new ReceivedMessage(message, "1", 1, clock.GetUtcNow() - TimeSpan.FromSeconds(sentSecondsAgo))],
            TestContext.Current.CancellationToken);

        Assert.Equal([measured], ages);
    }

    private sealed class NeverRun : IStage<MessageCaptured, Nothing>
    {
        public Task<StageResult<Nothing>> RunAsync(MessageCaptured message, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("The body is no message.");
    }
}
