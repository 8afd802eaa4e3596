using Pipeline.Quality.Reports;

namespace Pipeline.Tests.Quality.Reports;

/// <summary>Seeded traffic: reasons of different sizes, quiet nights and Sundays, and a burst in one of them.</summary>
public sealed class BurstDetectorTests
{
    private const int Seeds = 40;
    private const int Days = 58;
    private const int FirstLooked = 28 * 24;

    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly double[] PerHour = [0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1, 1.5, 2, 3, 5, 8];

    [Fact]
    public void There_is_hardly_an_alarm_on_flat_traffic()
    {
        var alarms = Enumerable.Range(0, Seeds).Sum(seed => PerHour.Select((rate, index) => (rate, index))
            .Sum(reason => BurstDetector.Find(Traffic(new Random((seed * 100) + reason.index), reason.rate), Monday, FirstLooked).Count));
        TestContext.Current.TestOutputHelper!.WriteLine($"{alarms} alarms in {Seeds} months of {PerHour.Length} reasons");
        Assert.InRange(alarms, 0, 2);
    }

    [Fact]
    public void A_sixfold_burst_is_found_within_six_hours()
    {
        const int Start = (44 * 24) + 10;
        var delays = new List<int>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var counts = Traffic(random, 1);
            for (var hour = Start; hour < Start + 12; hour++)
            {
                counts[hour] += Poisson(random, 5);
            }

            if (BurstDetector.Find(counts, Monday, FirstLooked).FirstOrDefault(burst => burst.FromHour >= Start) is { } found)
            {
                delays.Add(found.FromHour - Start + 1);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"found {delays.Count} of {Seeds}, hours: {string.Join(',', delays.Order())}");
        Assert.True(delays.Count(delay => delay <= 6) >= Seeds - 1, $"Hours until found: {string.Join(", ", delays.Order())}; of {Seeds} bursts.");
    }

    [Fact]
    public void Nothing_is_a_burst_before_anybody_knows_what_is_usual()
    {
        var counts = new int[48];
        counts[30] = 50;
        Assert.Empty(BurstDetector.Find(counts, Monday, 0));
    }

    private static int[] Traffic(Random random, double perHour)
    {
        var counts = new int[Days * 24];
        for (var hour = 0; hour < counts.Length; hour++)
        {
            var night = hour % 24 is < 7 or > 20 ? 0.1 : 1;
            var sunday = Monday.AddDays(hour / 24).DayOfWeek == DayOfWeek.Sunday ? 0.3 : 1;
            counts[hour] = Poisson(random, perHour * night * sunday);
        }

        return counts;
    }

    // Knuth's method, which is good enough for small means.
    private static int Poisson(Random random, double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        while (product > limit)
        {
            product *= random.NextDouble();
            count++;
        }

        return count;
    }
}
