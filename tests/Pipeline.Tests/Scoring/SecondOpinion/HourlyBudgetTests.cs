using Pipeline.Contracts;
using Pipeline.Ports;

namespace Pipeline.Tests.Scoring.SecondOpinion;

public sealed class HourlyBudgetTests
{
    private readonly SettableClock _clock = new();

    [Fact]
    public void It_gives_what_the_hour_has_and_no_more()
    {
        var budget = new HourlyBudget(5, _clock);
        Assert.True(budget.TryTake(3));
        Assert.False(budget.TryTake(3));
        Assert.True(budget.TryTake(2));
        Assert.False(budget.TryTake(1));
    }

    [Fact]
    public void What_was_taken_comes_back_after_an_hour_and_not_before()
    {
        var budget = new HourlyBudget(2, _clock);
        Assert.True(budget.TryTake(1));
        _clock.Advance(TimeSpan.FromMinutes(30));
        Assert.True(budget.TryTake(1));
        _clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.False(budget.TryTake(1));
        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.True(budget.TryTake(1));
        Assert.False(budget.TryTake(1));
    }

    [Fact]
    public void After_days_without_a_question_it_is_full_again()
    {
        var budget = new HourlyBudget(4, _clock);
        Assert.True(budget.TryTake(4));
        _clock.Advance(TimeSpan.FromDays(400));
        Assert.True(budget.TryTake(4));
    }

    [Fact]
    public void However_it_is_asked_no_hour_has_more_than_its_records()
    {
        var budget = new HourlyBudget(50, _clock);
        var random = new Random(7);
        var (taken, now) = (new List<(TimeSpan At, int Records)>(), TimeSpan.Zero);
        for (var question = 0; question < 20_000; question++)
        {
            var pause = TimeSpan.FromSeconds(random.Next(0, 60));
            _clock.Advance(pause);
            now += pause;
            var records = random.Next(1, 6);
            if (budget.TryTake(records))
            {
                taken.Add((now, records));
            }
        }

        var from = 0;
        var sum = 0;
        foreach (var (at, records) in taken)
        {
            sum += records;
            for (; at - taken[from].At >= TimeSpan.FromHours(1); from++)
            {
                sum -= taken[from].Records;
            }

            Assert.True(sum <= 50, $"{sum} records within an hour.");
        }

        Assert.True(taken.Sum(each => each.Records) > 0.9 * 50 * now.TotalHours, "Much of the budget was never given.");
    }
}
