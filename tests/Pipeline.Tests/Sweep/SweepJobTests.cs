using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Sweep;

namespace Pipeline.Tests.Sweep;

public sealed class SweepJobTests
{
    [Fact]
    public async Task Every_account_has_its_turn_whatever_became_of_the_one_before()
    {
        var sweep = new SweepFixture("demo", "other");
        sweep.History.Pages.Add(null);
        sweep.History.Failure = account => account == "demo" ? new InvalidOperationException("A bug.") : new HttpRequestException("Down.");

        await sweep.Job.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["demo", "other"], sweep.History.Read.Select(read => read.Account));
        Assert.Equal("Down.", (await sweep.StateAsync("other")).Error);
        Assert.Contains(sweep.Logs.Lines, line => line.Contains("A bug.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_platform_that_asked_to_be_left_alone_is_not_called_before_its_time()
    {
        var sweep = new SweepFixture();
        sweep.History.Pages.Add(null);
        sweep.History.Failure = _ =>
            new PlatformBusyException("Later.", HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(12));
        for (var minute = 0; minute <= 15; minute += 5)
        {
            await sweep.Job.RunAsync(TestContext.Current.CancellationToken);
            sweep.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        // At once, and after fifteen minutes: not after five and ten.
        Assert.Equal(2, sweep.History.Read.Count);
    }

    [Theory]
    [InlineData("-00:00:01", "01:00:00", 1, "Sweep:Grace")]
    [InlineData("01:00:01", "01:00:00", 1, "Sweep:Grace")]
    [InlineData("00:02:00", "00:00:00", 1, "Sweep:LookBack")]
    [InlineData("00:02:00", "30.00:00:01", 1, "Sweep:LookBack")]
    [InlineData("00:02:00", "01:00:00", -1, "Sweep:MaxBacklog")]
    public void Settings_that_cannot_work_are_named(string grace, string lookBack, int backlog, string setting)
    {
        using var services = new ServiceCollection().AddSweep().Configure<SweepOptions>(options =>
        {
            options.Grace = TimeSpan.Parse(grace, System.Globalization.CultureInfo.InvariantCulture);
            options.LookBack = TimeSpan.Parse(lookBack, System.Globalization.CultureInfo.InvariantCulture);
            options.MaxBacklog = backlog;
        }).BuildServiceProvider();
        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<SweepOptions>>().Value);
        Assert.StartsWith(setting, Assert.Single(refused.Failures), StringComparison.Ordinal);
    }
}
