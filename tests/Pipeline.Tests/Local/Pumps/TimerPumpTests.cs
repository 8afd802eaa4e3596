using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Flow;
using Pipeline.Local.Pumps;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Local.Pumps;

public sealed class TimerPumpTests : IDisposable
{
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly Job _job = new();
    private readonly ServiceProvider _services;

    public TimerPumpTests() => _services = new ServiceCollection().AddSingleton(_job).BuildServiceProvider();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task A_job_runs_at_its_times_and_at_no_other()
    {
        using var pump = Pump("0 */5 * * * *");
        var ran = new List<string>();
        for (var second = 0; second < 15 * 60; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            if (await pump.RunIfDueAsync(Cancelled))
            {
                ran.Add(_clock.GetUtcNow().ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        Assert.Equal(["09:05:00", "09:10:00", "09:15:00"], ran);
        Assert.Equal(3, _job.Runs);
    }

    [Fact]
    public async Task Times_that_passed_while_the_machine_slept_count_as_one()
    {
        using var pump = Pump("30 * * * * *");
        _clock.Advance(TimeSpan.FromHours(3));

        Assert.True(await pump.RunIfDueAsync(Cancelled));
        Assert.False(await pump.RunIfDueAsync(Cancelled));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_stop_a_timer()
    {
        using var pump = Pump("30 * * * * *");
        _clock.Advance(TimeSpan.FromHours(-3));
        Assert.False(await pump.RunIfDueAsync(Cancelled));

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(await pump.RunIfDueAsync(Cancelled));
        Assert.False(await pump.RunIfDueAsync(Cancelled));
    }

    [Fact]
    public async Task A_job_that_fails_runs_again_at_its_next_time()
    {
        using var pump = Pump("30 * * * * *");
        _job.Fails = true;
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await pump.RunIfDueAsync(Cancelled));

        _job.Fails = false;
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await pump.RunIfDueAsync(Cancelled));

        Assert.Equal(2, _job.Runs);
    }

    [Fact]
    public void Every_timer_of_the_schedule_can_be_read() => Assert.All(TimerSchedule.Timers, timer =>
    {
        using var pump = new TimerPump(timer, _services, _clock, NullLogger<TimerPump>.Instance);
    });

    private TimerPump Pump(string cron) =>
        new(new TimerDescription("Probe", cron, typeof(Job)), _services, _clock, NullLogger<TimerPump>.Instance);

    private sealed class Job : ITimerJob
    {
        public int Runs { get; private set; }

        public bool Fails { get; set; }

        public Task RunAsync(CancellationToken cancellationToken)
        {
            Runs++;
            return Fails ? throw new IOException("disk I/O error") : Task.CompletedTask;
        }
    }
}
