using System.Collections.Concurrent;
using Pipeline.Local.Settings;
using Pipeline.Ports;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Local.Pumps;

public sealed class StagePumpTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draining_route_after_route_brings_a_message_to_the_end_of_the_path()
    {
        var seen = new ConcurrentQueue<string>();
        using var probe = new Probe((message, _) => { seen.Enqueue(message.MessageId); return Task.CompletedTask; });
        await probe.SendAsync("first", "m-1", "m-2");
        using var passOn = probe.Pump(Probe.PassOnRoute);
        using var work = probe.Pump(Probe.WorkRoute);

        Assert.False(await work.RunOnceAsync(Cancelled));
        Assert.True(await passOn.RunOnceAsync(Cancelled));
        Assert.True(await work.RunOnceAsync(Cancelled));
        Assert.False(await work.RunOnceAsync(Cancelled));

        Assert.Equal(["m-1", "m-2"], seen);
        Assert.Equal(4, probe.Bus.Settled.Count);
        Assert.All(probe.Bus.Settled, settlement => Assert.IsType<Settlement.Complete>(settlement));
    }

    [Fact]
    public async Task A_batch_holds_no_more_than_host_json_says()
    {
        using var probe = new Probe();
        await probe.SendAsync("second", "m-1", "m-2", "m-3");
        using var pump = probe.Pump(Probe.WorkRoute, settings: new HostSettings { MaxMessageBatchSize = 2 });

        await pump.RunOnceAsync(Cancelled);

        Assert.Equal(2, probe.Bus.Settled.Count);
    }

    [Fact]
    public async Task A_slow_batch_does_not_hold_up_the_next_one()
    {
        var slow = new TaskCompletionSource();
        var quick = new TaskCompletionSource();
        using var probe = new Probe((message, _) =>
        {
            if (message.MessageId == "slow")
            {
                return slow.Task;
            }

            quick.SetResult();
            return Task.CompletedTask;
        });
        using var pump = probe.Pump(Probe.WorkRoute, settings: new HostSettings { MaxConcurrentCalls = 2, MaxMessageBatchSize = 1 });
        await probe.SendAsync("second", "slow", "quick");

        await pump.StartAsync(Cancelled);
        await quick.Task.WaitAsync(Cancelled);

        slow.SetResult();
        await pump.StopAsync(Cancelled);
        Assert.Equal(2, probe.Bus.Settled.Count);
    }

    [Fact]
    public async Task What_comes_while_a_batch_runs_gathers_in_the_next_one()
    {
        var started = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        using var probe = new Probe((message, _) =>
        {
            started.TrySetResult();
            return message.MessageId == "m-1" ? goOn.Task : Task.CompletedTask;
        });
        using var pump = probe.Pump(Probe.WorkRoute, clock: new StoppedClock());
        await probe.SendAsync("second", "m-1");
        await pump.StartAsync(Cancelled);
        await started.Task.WaitAsync(Cancelled);

        await probe.SendAsync("second", "m-2", "m-3");
        Assert.Empty(probe.Bus.Settled);
        goOn.SetResult();
        await probe.Bus.SettledAsync(3).WaitAsync(Cancelled);

        Assert.Equal([1, 2], probe.Bus.BatchesSettled);
        await pump.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Stopping_lets_the_running_batch_finish_and_takes_no_more()
    {
        var started = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        using var probe = new Probe((_, _) =>
        {
            started.TrySetResult();
            return goOn.Task;
        });
        using var pump = probe.Pump(Probe.WorkRoute, settings: new HostSettings { MaxConcurrentCalls = 1, MaxMessageBatchSize = 1 });
        await probe.SendAsync("second", "m-1", "m-2");
        await pump.StartAsync(Cancelled);
        await started.Task.WaitAsync(Cancelled);

        var stopping = pump.StopAsync(Cancelled);
        Assert.False(stopping.IsCompleted);
        goOn.SetResult();
        await stopping;

        Assert.IsType<Settlement.Complete>(Assert.Single(probe.Bus.Settled));
    }

    [Fact]
    public async Task Work_that_outlasts_the_grace_is_given_back_to_the_bus()
    {
        var started = new TaskCompletionSource();
        var clock = new GraceClock();
        using var probe = new Probe(async (_, cancellationToken) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        });
        using var pump = probe.Pump(Probe.WorkRoute, clock: clock);
        await probe.SendAsync("second", "m-1");
        await pump.StartAsync(Cancelled);
        await started.Task.WaitAsync(Cancelled);

        await pump.StopAsync(Cancelled);

        Assert.IsType<Settlement.Abandon>(Assert.Single(probe.Bus.Settled));
    }

    [Fact]
    public async Task A_bus_that_fails_is_tried_again_with_growing_pauses()
    {
        var worked = new TaskCompletionSource();
        using var probe = new Probe((_, _) => { worked.SetResult(); return Task.CompletedTask; });
        await probe.SendAsync("second", "m-1");
        var clock = new ImpatientClock();
        using var pump = probe.Pump(Probe.WorkRoute, new Failing(probe.Bus, times: 3), clock: clock);

        await pump.StartAsync(Cancelled);
        await worked.Task.WaitAsync(Cancelled);
        await pump.StopAsync(Cancelled);

        Assert.Equal([0.5, 1, 2], clock.Waits.Take(3).Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_batch_under_the_least_size_waits_for_more()
    {
        var seen = new ConcurrentQueue<string>();
        var all = new TaskCompletionSource();
        using var probe = new Probe((message, _) =>
        {
            seen.Enqueue(message.MessageId);
            if (seen.Count == 3)
            {
                all.SetResult();
            }

            return Task.CompletedTask;
        });
        await probe.SendAsync("second", "m-1", "m-2", "m-3");
        var settings = new HostSettings { MinMessageBatchSize = 3, MaxConcurrentCalls = 1 };
        var drip = new Dripping(probe.Bus);
        using var pump = probe.Pump(Probe.WorkRoute, drip, settings);

        await pump.StartAsync(Cancelled);
        await all.Task.WaitAsync(Cancelled);
        await pump.StopAsync(Cancelled);

        Assert.Equal([3], drip.BatchesSettled);
    }

    /// <summary>No wait on it is ever over.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The grace is over as soon as it begins.</summary>
    private sealed class GraceClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new AtOnce(base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));

        private sealed class AtOnce(ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) =>
                timer.Change(dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }

    private sealed class Failing(QueuesInMemory bus, int times) : IBusReceiver
    {
        private int _left = times;

        public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
            string source, int maxMessages, TimeSpan maxWait, CancellationToken cancellationToken) => _left-- > 0
                ? throw new IOException("disk I/O error")
                : bus.ReceiveAsync(source, maxMessages, maxWait, cancellationToken);

        public Task SettleAsync(string source, IReadOnlyList<Settlement> settlements, CancellationToken cancellationToken) =>
            bus.SettleAsync(source, settlements, cancellationToken);
    }

    /// <summary>Gives one message at a time.</summary>
    private sealed class Dripping(QueuesInMemory bus) : IBusReceiver
    {
        public ConcurrentQueue<int> BatchesSettled { get; } = [];

        public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
            string source, int maxMessages, TimeSpan maxWait, CancellationToken cancellationToken) =>
            bus.ReceiveAsync(source, 1, maxWait, cancellationToken);

        public Task SettleAsync(string source, IReadOnlyList<Settlement> settlements, CancellationToken cancellationToken)
        {
            BatchesSettled.Enqueue(settlements.Count);
            return bus.SettleAsync(source, settlements, cancellationToken);
        }
    }
}
