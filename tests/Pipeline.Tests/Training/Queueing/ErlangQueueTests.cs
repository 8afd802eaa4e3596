using Pipeline.Training.Queueing;

namespace Pipeline.Tests.Training.Queueing;

public sealed class ErlangQueueTests
{
    [Fact]
    public void Erlang_c_by_hand()
    {
        // Two servers at half of their capacity: C = a² / (2 + a) / … = 1/3 for a = 1; W = C / (cμ - λ) = 1/3 for μ = 1.
        var estimate = ErlangQueue.Of(1, 1, null, 2);
        Assert.Equal(1.0 / 3, estimate.ProbabilityOfWait, 12);
        Assert.Equal(1.0 / 3, estimate.MeanWait, 12);
        Assert.Equal(double.PositiveInfinity, ErlangQueue.Of(2, 1, null, 2).MeanWait);
    }

    [Fact]
    public void Erlang_a_with_patience_like_handling_is_the_queue_with_servers_for_all()
    {
        // Then as many leave in each state as with servers without end: the number there is Poisson with mean a = 4.
        var estimate = ErlangQueue.Of(2, 2, 2, 5);
        double Poisson(int n) => Math.Exp(-4) * Enumerable.Range(1, n).Aggregate(1.0, (product, k) => product * 4 / k);
        var line = Enumerable.Range(6, 60).Sum(n => (n - 5) * Poisson(n));

        Assert.Equal(1 - Enumerable.Range(0, 5).Sum(Poisson), estimate.ProbabilityOfWait, 9);
        Assert.Equal(line / 2, estimate.MeanWait, 9);
        Assert.Equal(line / 2 / 2, estimate.GaveUp, 9);
    }

    [Fact]
    public void Patience_without_end_makes_erlang_a_of_it_erlang_c() =>
        Assert.Equal(ErlangQueue.Of(0.6, 6, null, 5).MeanWait, ErlangQueue.Of(0.6, 6, 1e7, 5).MeanWait, 3);

    [Theory]
    [InlineData(35, null)]
    [InlineData(60, 5.0)]
    public void The_simulation_agrees_with_the_formula(double perHour, double? patience)
    {
        // 60 days of a pool of five, at 70 % of what it can do, or above it when some give up: within a tenth.
        var scenario = Scenarios.Erlang(perHour, servers: 5, handling: 6, patience);
        var expected = ErlangQueue.Of(perHour / 60, 6, patience, 5);
        var comparison = PolicyComparison.Run(scenario, [QueuePolicies.Effort], 60, () => { });
        var days = comparison.Days(QueuePolicies.Effort);

        Assert.InRange(days.Average(day => day.MeanWait), 0.9 * expected.MeanWait, 1.1 * expected.MeanWait);
        Assert.InRange(days.Average(day => (double)day.GaveUp / day.Arrived), 0.9 * expected.GaveUp, 1.1 * expected.GaveUp);
    }

    [Fact]
    public void The_staffing_estimate_is_within_a_tenth_where_all_can_do_all()
    {
        // Four advisors of three slots as one pool: the estimate counts them as twelve servers.
        var scenario = Scenarios.Erlang(110, servers: 3, handling: 6, patience: 10) with
        {
            Advisors = [.. Enumerable.Range(1, 4).Select(number => Scenarios.Advisor($"a-{number}", 3))],
        };
        var hours = StaffingEstimate.Of(scenario);
        var simulated = PolicyComparison.Run(scenario, [QueuePolicies.Effort], 60, () => { }).Of(QueuePolicies.Effort, Measure.MeanWait).Mean;

        Assert.All(hours, hour => Assert.Equal((4, hour.OnePool), (hour.Advisors, hour.Parted)));
        Assert.Equal(ErlangQueue.Of(110 / 60.0, 6, 10, 12).MeanWait, hours[0].OnePool.MeanWait, 9);
        Assert.InRange(simulated, 0.9 * hours[0].OnePool.MeanWait, 1.1 * hours[0].OnePool.MeanWait);
    }

    [Fact]
    public void Where_skills_part_the_advisors_the_simulation_lies_between_one_pool_and_parts()
    {
        var comparison = PolicyComparison.Run(Scenarios.NormalDay, [QueuePolicies.Effort], 15, () => { });
        Assert.All(StaffingEstimate.Of(Scenarios.NormalDay), hour =>
            Assert.InRange(comparison.HourOf(QueuePolicies.Effort, hour.Hour).MeanWait, hour.OnePool.MeanWait, hour.Parted.MeanWait));
    }

    [Fact]
    public void The_advisors_needed_are_the_fewest_who_keep_the_target()
    {
        var hour = StaffingEstimate.Of(Scenarios.Erlang(110, servers: 3, handling: 6, patience: 10))[0];

        Assert.True(ErlangQueue.Of(110 / 60.0, 6, 10, hour.Needed.OnePool * 3).MeanWait <= Scenarios.NormalDay.TargetWaitMinutes);
        Assert.True(ErlangQueue.Of(110 / 60.0, 6, 10, (hour.Needed.OnePool - 1) * 3).MeanWait > Scenarios.NormalDay.TargetWaitMinutes);
    }
}
