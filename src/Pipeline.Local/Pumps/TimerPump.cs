using NCrontab;
using Pipeline.Flow;

namespace Pipeline.Local.Pumps;

/// <summary>Runs one timer of the <see cref="TimerSchedule"/> when it is due. Times that passed meanwhile count as one.</summary>
public sealed partial class TimerPump : BackgroundService
{
    // A machine that slept, or whose clock was set, notices after this time at most.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly TimerDescription _timer;
    private readonly IServiceProvider _services;
    private readonly TimeProvider _clock;
    private readonly ILogger<TimerPump> _logger;
    private readonly CrontabSchedule _schedule;
    private DateTimeOffset _next;

    /// <summary>Reads the schedule: six fields, UTC, as the timer trigger of Azure Functions.</summary>
    /// <exception cref="CrontabException">The schedule is not one.</exception>
    public TimerPump(TimerDescription timer, IServiceProvider services, TimeProvider clock, ILogger<TimerPump> logger)
    {
        _timer = timer;
        _services = services;
        _clock = clock;
        _logger = logger;
        _schedule = CrontabSchedule.Parse(timer.Cron, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        _next = Next();
    }

    /// <summary>Runs the job if its time has come. A job that fails is logged, and runs again at its next time.</summary>
    /// <returns>Whether it ran.</returns>
    public async Task<bool> RunIfDueAsync(CancellationToken cancellationToken)
    {
        if (_clock.GetUtcNow() < _next)
        {
            // Earlier than it was when the clock has been set back since: else the timer would stand still for as long.
            _next = Next() is var next && next < _next ? next : _next;
            return false;
        }

        try
        {
            await ((ITimerJob)_services.GetRequiredService(_timer.Job)).RunAsync(cancellationToken);
        }
#pragma warning disable CA1031 // A job that fails must not end its timer, nor the host.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Failed(_logger, _timer.Name, exception);
        }

        _next = Next();
        return true;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var sleep = _next - _clock.GetUtcNow();
            if (sleep > TimeSpan.Zero)
            {
                await Task.Delay(sleep < LongestSleep ? sleep : LongestSleep, _clock, stoppingToken);
            }

            await RunIfDueAsync(stoppingToken);
        }
    }

    private DateTimeOffset Next() => new(_schedule.GetNextOccurrence(_clock.GetUtcNow().UtcDateTime), TimeSpan.Zero);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The timer {Timer} failed; it runs again at its next time.")]
        public static partial void Failed(ILogger logger, string timer, Exception exception);
    }
}
