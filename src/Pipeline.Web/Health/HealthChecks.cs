using Microsoft.Extensions.Logging;
using Pipeline.Ports;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Health;

/// <summary>Looks whether the tables and the bus answer.</summary>
internal sealed partial class HealthChecks(ITables tables, IBusStatus bus, TimeProvider clock, ILogger<HealthChecks> logger) : IDisposable
{
    /// <summary>How long a check may take: probes of load balancers commonly give up after five seconds or more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>How long a report answers whoever asks without a key: anybody may ask, as often as they like.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1);
    private HealthReport? _recent;
    private long _recentAt;

    /// <summary>The report of a moment ago, or a new one: however many ask, the tables and the bus are asked once a second.</summary>
    public async Task<HealthReport> RunOrRecentAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_recent is null || clock.GetElapsedTime(_recentAt) >= Freshness)
            {
                _recent = await RunAsync(cancellationToken);
                _recentAt = clock.GetTimestamp();
            }

            return _recent;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Runs both checks side by side; a check that fails is reported, not thrown.</summary>
    public async Task<HealthReport> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<QueueDepth> queues = [];
        // A row that is not there answers as well as one that is: what counts is that the tables can be read.
        var readTables = CheckAsync(
            "tables", token => tables.ReadAsync(TableNames.Settings, "health", "probe", token), cancellationToken);
        var readBus = CheckAsync(
            "bus", async token => queues = await bus.ReadDepthsAsync(token), cancellationToken);
        return new HealthReport(await Task.WhenAll(readTables, readBus), queues);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<HealthCheckAnswer> CheckAsync(string name, Func<CancellationToken, Task> check, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var status = HealthStatus.Healthy;
        try
        {
            await check(either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever keeps it from answering is what a health check is there to report.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Failed(logger, name, exception.GetType().Name);
            status = HealthStatus.Unhealthy;
        }

        return new HealthCheckAnswer(name, status, Math.Round(clock.GetElapsedTime(started).TotalSeconds, 3));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The health check of {Name} failed: {Failure}.")]
        public static partial void Failed(ILogger logger, string name, string failure);
    }
}
