using Pipeline.Training.Queueing;

namespace Pipeline.Tests.Training.Queueing;

public sealed class WorkingAdvisorTests
{
    [Fact]
    public void Within_capacity_each_conversation_goes_at_its_own_pace()
    {
        var advisor = new WorkingAdvisor(3, loss: 0.5);
        advisor.Take(0, 1, attention: 1, work: 10);
        advisor.Take(4, 2, attention: 2, work: 10);

        Assert.Equal(10, advisor.NextEnd!.Value, 9);
        Assert.Equal(1, advisor.End(10));
        Assert.Equal(14, advisor.NextEnd!.Value, 9);
        Assert.Equal(0, advisor.Overloads);
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(0.5, 30)]
    public void At_twice_the_capacity_all_go_at_half_the_pace_and_lose_what_changing_costs(double loss, double end)
    {
        // 1 / (1 + 0.5 · 1) = 2/3 of the work is done: 10 minutes take 10 · 2 · 1.5.
        var advisor = new WorkingAdvisor(3, loss);
        advisor.Take(0, 1, attention: 3, work: 10);
        advisor.Take(0, 2, attention: 3, work: 12);

        Assert.Equal(end, advisor.NextEnd!.Value, 9);
        Assert.Equal(1, advisor.End(end));
        Assert.Equal(end + 2, advisor.NextEnd!.Value, 9);
        Assert.Equal((1, end), (advisor.Overloads, Math.Round(advisor.OverloadedMinutes, 9)));
    }
}
