using Pipeline.Training.Cost;

namespace Pipeline.Tests.Training.Cost;

public sealed class ActiveTimeTests
{
    private readonly ActiveTime _time = new(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(100));

    [Fact]
    public void Short_work_is_billed_for_the_minimum()
    {
        Add(0, 20);
        Assert.Equal(TimeSpan.FromSeconds(1), _time.Billed);
    }

    [Fact]
    public void Long_work_is_rounded_up()
    {
        Add(0, 1210);
        Assert.Equal(TimeSpan.FromMilliseconds(1300), _time.Billed);
    }

    [Fact]
    public void Work_within_paid_time_costs_nothing_more()
    {
        Add(0, 20);
        Add(400, 430);
        Add(900, 950);
        Assert.Equal(TimeSpan.FromSeconds(1), _time.Billed);
    }

    [Fact]
    public void Work_that_outlasts_paid_time_makes_it_longer()
    {
        Add(0, 20);
        Add(950, 1430);
        Assert.Equal(TimeSpan.FromMilliseconds(1500), _time.Billed);
    }

    [Fact]
    public void Work_after_a_pause_is_billed_anew()
    {
        Add(0, 20);
        Add(5000, 5020);
        Assert.Equal(TimeSpan.FromSeconds(2), _time.Billed);
    }

    private void Add(int start, int end) => _time.Add(TimeSpan.FromMilliseconds(start), TimeSpan.FromMilliseconds(end));
}
