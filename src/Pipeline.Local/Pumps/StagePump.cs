using Pipeline.Flow;
using Pipeline.Local.Settings;
using Pipeline.Ports;

namespace Pipeline.Local.Pumps;

/// <summary>
/// Runs one route: takes batches off the bus, hands them to the <see cref="RouteRunner"/>, settles as it says.
/// <para>
/// A batch is one call, as in the Functions app. One runs at a time: what comes meanwhile gathers in the next one, so that under load
/// batches fill up to maxMessageBatchSize, share their commits, and never meet over one conversation. A batch that takes long holds
/// nobody up: the next one starts beside it, up to maxConcurrentCalls of them.
/// </para>
/// </summary>
public sealed partial class StagePump(
    StageRoute route, RouteRunner runner, IBusReceiver bus, HostSettings settings, TimeProvider clock, ILogger<StagePump> logger)
    : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Some ten times what a full batch takes: a batch beyond it waits for something outside.
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    /// <summary>How long batches may run on when the host stops; then their messages are given back to the bus.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Handles one batch of what is ready now, so that a test can drain the route without waiting.</summary>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var batch = await bus.ReceiveAsync(route.Source, settings.MaxMessageBatchSize, TimeSpan.Zero, cancellationToken);
        if (batch.Count > 0)
        {
            await HandleAsync(batch, cancellationToken);
        }

        return batch.Count > 0;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var calls = new SemaphoreSlim(settings.MaxConcurrentCalls);
        using var work = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        try
        {
            while (true)
            {
                await calls.WaitAsync(stoppingToken);
                var call = RunCallAsync(await ReceiveAsync(calls, stoppingToken), calls, work.Token);
                await call.WaitAsync(Long, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            work.CancelAfter(Grace);
            for (var call = 0; call < settings.MaxConcurrentCalls; call++)
            {
                await calls.WaitAsync(CancellationToken.None);
            }
        }
    }

    private async Task RunCallAsync(IReadOnlyList<ReceivedMessage> batch, SemaphoreSlim calls, CancellationToken cancellationToken)
    {
        try
        {
            await HandleAsync(batch, cancellationToken);
        }
#pragma warning disable CA1031 // What could not be settled is delivered again when its lock has run out; the route goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotSettled(logger, route.Name, batch.Count, exception);
        }
        finally
        {
            calls.Release();
        }
    }

    private async Task HandleAsync(IReadOnlyList<ReceivedMessage> batch, CancellationToken cancellationToken)
    {
        var settlements = await runner.RunAsync(route, batch, cancellationToken);

        // Also when the host stops: what was done must not be done again, and what was not is given back at once.
        var paused = settlements.OfType<Settlement.Abandon>().Where(abandon => abandon.Pause > TimeSpan.Zero).ToLookup(abandon => abandon.Pause);
        Settlement[] now = [.. settlements.Where(settlement => settlement is not Settlement.Abandon { Pause: var pause } || pause <= TimeSpan.Zero)];
        if (now.Length > 0)
        {
            await bus.SettleAsync(route.Source, now, CancellationToken.None);
        }

        // What rests before its next delivery holds no call: others must not wait for it.
        foreach (var group in paused)
        {
            _ = SettleAfterAsync(group.Key, [.. group], cancellationToken);
        }
    }

    private async Task SettleAfterAsync(TimeSpan pause, IReadOnlyList<Settlement> settlements, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await bus.SettleAsync(route.Source, settlements, CancellationToken.None);
        }
#pragma warning disable CA1031 // What could not be given back is delivered again when its lock has run out.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotSettled(logger, route.Name, settlements.Count, exception);
        }
    }

    private async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(SemaphoreSlim calls, CancellationToken stoppingToken)
    {
        try
        {
            return await ReceiveAsync(stoppingToken);
        }
        catch
        {
            calls.Release();
            throw;
        }
    }

    private async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(CancellationToken stoppingToken)
    {
        for (var backoff = FirstBackoff; ; backoff = backoff * 2 < LongestBackoff ? backoff * 2 : LongestBackoff)
        {
            try
            {
                while (true)
                {
                    var batch = await bus.ReceiveAsync(route.Source, settings.MaxMessageBatchSize, Patience, stoppingToken);
                    if (batch.Count > 0)
                    {
                        return batch.Count < settings.MinMessageBatchSize ? await FillAsync(batch, stoppingToken) : batch;
                    }
                }
            }
#pragma warning disable CA1031 // Whatever the bus has, the route must outlive it.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.NotReceived(logger, route.Name, backoff, exception);
                await Task.Delay(backoff, clock, stoppingToken);
            }
        }
    }

    private async Task<IReadOnlyList<ReceivedMessage>> FillAsync(IReadOnlyList<ReceivedMessage> first, CancellationToken stoppingToken)
    {
        var batch = first.ToList();
        var started = clock.GetTimestamp();
        while (batch.Count < settings.MinMessageBatchSize && !stoppingToken.IsCancellationRequested)
        {
            var wait = settings.MaxBatchWaitTime - clock.GetElapsedTime(started);
            if (wait <= TimeSpan.Zero)
            {
                break;
            }

            try
            {
                batch.AddRange(await bus.ReceiveAsync(route.Source, settings.MaxMessageBatchSize - batch.Count, wait, stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        return batch;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Stage} cannot take messages off the bus; trying again in {Backoff}.")]
        public static partial void NotReceived(ILogger logger, string stage, TimeSpan backoff, Exception exception);

        [LoggerMessage(2, LogLevel.Error, "{Stage} could not settle a batch of {Messages}; it will be delivered again.")]
        public static partial void NotSettled(ILogger logger, string stage, int messages, Exception exception);
    }
}
