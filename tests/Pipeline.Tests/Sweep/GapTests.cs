using FsCheck;
using FsCheck.Fluent;
using Pipeline.Ports;
using Pipeline.Sweep;
using Pipeline.Tests.Flow;
using Pipeline.Tests.Support;
using Pipeline.Training.Simulation;

namespace Pipeline.Tests.Sweep;

/// <summary>A bad network between the platform and the path: what the sweeps leave must be what a clean delivery leaves.</summary>
public sealed class GapTests
{
    // Where the sweeps keep their own account lies in Settings: all else must be the same.
    private static readonly string[] Compared = [.. TableNames.All.Where(table => table is not (TableNames.Settings or TableNames.Seals))];

    [Fact]
    public void Whatever_a_bad_network_loses_the_sweep_brings_back_and_counts_exactly()
    {
        var rate = Gen.Choose(0, 95).Select(percent => percent / 100.0);
        var chaos =
            from drop in rate
            from repeat in rate
            from delay in rate
            from reorder in rate
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select new ChaosOptions(drop, repeat, delay, reorder, seed);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(25).WithQuietOnSuccess(true),
            Prop.ForAll(chaos.ToArbitrary(), options => HoldsAsync(options).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task Two_sweeps_at_once_fetch_and_count_as_one()
    {
        var clock = new FakeClock(WholePath.Start);
        await using var platform = await PlatformSimulator.StartAsync(WholePath.Secret, clock, 0, CancellationToken.None);
        var truth = Truth(3);
        platform.Truth.Add(truth);
        await using var path = await StartAsync(clock, platform, seed: 3);
        clock.Set(truth[^1].SentAt + TimeSpan.FromMinutes(10));

        var reports = await Task.WhenAll(SweepAsync(path), SweepAsync(path), SweepAsync(path));
        await path.DrainAsync();
        var confirmed = await Task.WhenAll(SweepAsync(path), SweepAsync(path));

        Assert.Equal(truth.Count, reports.Sum(report => report.Found));
        Assert.Equal(truth.Count, reports.Sum(report => report.Sent));
        Assert.Equal(truth.Count, confirmed.Sum(report => report.Saved));
        var state = await path.Ledger.ReadAsync("generic", "demo", CancellationToken.None);
        Assert.Equal((truth.Count, truth.Count, 0), (state.Found, state.Saved, state.Waiting));
    }

    [Fact]
    public async Task A_platform_that_was_down_for_hours_loses_nothing_by_it()
    {
        var clock = new FakeClock(WholePath.Start);
        await using var platform = await PlatformSimulator.StartAsync(WholePath.Secret, clock, 0, CancellationToken.None);
        await using var path = await StartAsync(clock, platform, seed: 5);
        await SweepAsync(path, since: null);
        var truth = Truth(5);
        platform.Truth.Add(truth);
        platform.IsDown = true;
        for (var number = 0; number < 30; number++)
        {
            clock.Advance(TimeSpan.FromMinutes(10));
            var failed = await path.Sweeper.RunAsync("generic", "demo", null, CancellationToken.None);
            Assert.Contains("503", failed!.Error, StringComparison.Ordinal);
        }

        platform.IsDown = false;
        Assert.Equal(truth.Count, (await SweepAsync(path, since: null)).Found);
        await path.DrainAsync();
        Assert.Equal(truth.Count, (await SweepAsync(path, since: null)).Saved);
        Assert.Equal(await CleanAsync(truth), TableText.Of(path.Tables, Compared));
    }

    private static async Task<bool> HoldsAsync(ChaosOptions options)
    {
        var truth = Truth(options.Seed);
        var clean = await CleanAsync(truth);
        var clock = new FakeClock(WholePath.Start);
        await using var platform = await PlatformSimulator.StartAsync(WholePath.Secret, clock, 0, CancellationToken.None);
        platform.Truth.Add(truth);
        await using var path = await StartAsync(clock, platform, options.Seed);
        clock.Set(truth[^1].SentAt + TimeSpan.FromMinutes(10));
        var plan = ChaosPlan.Make(truth, options);
        var random = new Random(options.Seed);
        foreach (var delivery in plan.Deliveries)
        {
            await path.PostNowAsync(delivery.Webhook);
            await path.RunSomeAsync(random.Next(4));
        }

        await path.DrainAsync();
        var found = await SweepAsync(path);
        await path.RunSomeAsync(random.Next(20));
        var again = await SweepAsync(path);
        await path.DrainAsync();
        var last = await SweepAsync(path);

        Assert.Empty(path.DeadLetters);
        Assert.Equal(plan.Lost.Count, found.Found);
        Assert.Equal((0, 0), (again.Found, last.Found));
        Assert.Equal(plan.Lost.Count, again.Saved + last.Saved);
        Assert.Equal(clean, TableText.Of(path.Tables, Compared));
        return true;
    }

    private static Task<SweepReport> SweepAsync(WholePath path) => SweepAsync(path, WholePath.Start);

    private static async Task<SweepReport> SweepAsync(WholePath path, DateTimeOffset? since)
    {
        var report = await path.Sweeper.RunAsync("generic", "demo", since, CancellationToken.None);
        Assert.Null(report!.Error);
        return report;
    }

    private static Task<WholePath> StartAsync(FakeClock clock, PlatformSimulator platform, int seed) =>
        WholePath.StartAsync(seed, repeated: 0.15, clock, new Uri(platform.Address, "/history"));

    private static async Task<string> CleanAsync(IReadOnlyList<SimulatedEvent> truth)
    {
        await using var path = await WholePath.StartAsync();
        foreach (var happening in truth)
        {
            await path.PostAsync(happening.Webhook with { At = happening.SentAt - WholePath.Start });
            await path.DrainAsync();
        }

        return TableText.Of(path.Tables, Compared);
    }

    private static IReadOnlyList<SimulatedEvent> Truth(int seed)
    {
        var conversation = BundledConversations.All[seed % BundledConversations.All.Count];
        return SimulatedConversation.Play(conversation, conversation.Id, WholePath.Start, seed);
    }
}
