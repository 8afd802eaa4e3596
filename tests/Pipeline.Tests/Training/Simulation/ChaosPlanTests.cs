using FsCheck;
using FsCheck.Fluent;
using Pipeline.Training.Simulation;

namespace Pipeline.Tests.Training.Simulation;

public sealed class ChaosPlanTests
{
    private static readonly int[] Happenings = [.. Enumerable.Range(0, 2000)];

    [Fact]
    public void The_same_seed_makes_the_same_plan_and_another_makes_another()
    {
        var plan = ChaosPlan.Make(Happenings, new ChaosOptions(Seed: 7));
        Assert.Equal(plan.Deliveries, ChaosPlan.Make(Happenings, new ChaosOptions(Seed: 7)).Deliveries);
        Assert.NotEqual(plan.Deliveries, ChaosPlan.Make(Happenings, new ChaosOptions(Seed: 8)).Deliveries);
    }

    [Fact]
    public void A_good_network_delivers_each_once_in_order()
    {
        var plan = ChaosPlan.Make(Happenings, new ChaosOptions(0, 0, 0, 0));
        Assert.Equal(Happenings, plan.Deliveries);
        Assert.Equal((0, 0, 0, 0, 0), (plan.Lost.Count, plan.Dropped, plan.Repeated, plan.Delayed, plan.Reordered));
    }

    [Fact]
    public void What_is_lost_is_what_is_never_delivered_and_the_copies_add_up()
    {
        var rate = Gen.Choose(0, 95).Select(percent => percent / 100.0);
        var options =
            from drop in rate
            from repeat in rate
            from delay in rate
            from reorder in rate
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select new ChaosOptions(drop, repeat, delay, reorder, seed);
        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(options.ToArbitrary(), chaos =>
        {
            var plan = ChaosPlan.Make(Happenings, chaos);
            return plan.Lost.SequenceEqual(Happenings.Except(plan.Deliveries))
                && plan.Deliveries.Count + plan.Dropped == Happenings.Length + plan.Repeated;
        }));
    }

    [Fact]
    public void The_rates_are_kept_to()
    {
        var plan = ChaosPlan.Make(Happenings, new ChaosOptions(0.3, 0, 0, 0.3, 3));
        Assert.InRange(plan.Lost.Count, 500, 700);
        Assert.InRange(plan.Reordered, 500, 700);
        Assert.NotEqual(plan.Deliveries.Order(), plan.Deliveries);
    }

    [Fact]
    public void Rates_are_read_in_percent_and_what_is_left_out_has_its_default()
    {
        Assert.Equal(new ChaosOptions(0.1, Seed: 9), ChaosOptions.Parse("drop=10, seed=9"));
        Assert.Equal(new ChaosOptions(0, 0.125, 0, 0.95), ChaosOptions.Parse("drop=0,repeat=12.5,delay=0,reorder=95"));
        Assert.Equal(new ChaosOptions(), ChaosOptions.Parse(""));
    }

    [Theory]
    [InlineData("drop", "drop is ''")]
    [InlineData("drop=96", "drop is '96'")]
    [InlineData("repeat=-1", "repeat is '-1'")]
    [InlineData("seed=x", "seed is 'x'")]
    [InlineData("lose=3", "'lose' is none of")]
    public void A_rate_that_is_none_is_named(string text, string what) =>
        Assert.StartsWith(what, Assert.Throws<FormatException>(() => ChaosOptions.Parse(text)).Message, StringComparison.Ordinal);
}
