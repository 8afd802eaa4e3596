namespace Pipeline.Quality.Reports;

/// <summary>A reason that was named far more often than it used to be.</summary>
/// <param name="FromHour">The first hour in which it showed, counted from the first day.</param>
/// <param name="ToHour">The last hour in which it showed.</param>
/// <param name="Count">The most conversations of a window.</param>
/// <param name="Expected">How many that window used to have.</param>
/// <param name="WindowHours">How many hours that window had.</param>
public sealed record Burst(int FromHour, int ToHour, int Count, double Expected, int WindowHours);

/// <summary>
/// Finds bursts in the hourly counts of a reason. The count of the last one, three and six hours is compared with the same hours of earlier days of the same
/// kind (working days, Saturdays, Sundays) of the four weeks before, whose rate is not known but estimated: the count is then negative binomial (a Poisson
/// count whose rate has a Gamma distribution), and an alarm is a count that is as rare as one in two million.
/// </summary>
public static class BurstDetector
{
    /// <summary>Fewer conversations than this are no burst, however rare.</summary>
    public const int LeastCount = 5;

    /// <summary>How many days back the usual rate is looked for.</summary>
    public const int BaselineDays = 28;

    /// <summary>How rare a count must be.</summary>
    public const double Rarity = 5e-7;

    // With fewer days nobody knows what is usual.
    private const int FewestDays = 3;
    private const int HoursPerDay = 24;

    private static readonly int[] Windows = [1, 3, 6];

    /// <summary>The bursts, in order of time.</summary>
    /// <param name="counts">Hourly counts, 24 for each day from the first day on; the day's hours that have not come yet are zero.</param>
    /// <param name="firstDay">The first day, on which there were conversations of any reason.</param>
    /// <param name="fromHour">The first hour to look at.</param>
    public static IReadOnlyList<Burst> Find(IReadOnlyList<int> counts, DateOnly firstDay, int fromHour)
    {
        var sums = new int[counts.Count + 1];
        for (var hour = 0; hour < counts.Count; hour++)
        {
            sums[hour + 1] = sums[hour] + counts[hour];
        }

        var bursts = new List<Burst>();
        for (var hour = fromHour; hour < counts.Count; hour++)
        {
            // An hour without any adds nothing to what was seen before.
            if (counts[hour] > 0 && Rarest(sums, firstDay, hour) is { } burst)
            {
                Add(bursts, burst);
            }
        }

        return bursts;
    }

    /// <summary>How probable it is to count so many or more, when a sum of events was seen in a number of like windows before.</summary>
    public static double Tail(int count, int seen, int windows)
    {
        // Jeffreys' prior of a rate adds half an event.
        var shape = seen + 0.5;
        var stay = 1.0 / (windows + 1);
        var probability = Math.Pow(1 - stay, shape);
        var below = 0.0;
        for (var number = 0; number < count; number++)
        {
            below += probability;
            probability *= (shape + number) / (number + 1) * stay;
        }

        return Math.Max(0, 1 - below);
    }

    private static Burst? Rarest(int[] sums, DateOnly firstDay, int hour)
    {
        Burst? found = null;
        var least = Rarity;
        foreach (var window in Windows)
        {
            var from = hour + 1 - window;
            var count = from < 0 ? 0 : sums[hour + 1] - sums[from];
            if (count < LeastCount)
            {
                continue;
            }

            var (seen, days) = Usual(sums, firstDay, from, hour + 1);
            if (days >= FewestDays && Tail(count, seen, days) is var tail && tail < least)
            {
                least = tail;
                found = new(hour, hour, count, Math.Round((double)seen / days, 2), window);
            }
        }

        return found;
    }

    private static (int Seen, int Days) Usual(int[] sums, DateOnly firstDay, int from, int before)
    {
        var kind = Kind(firstDay.AddDays(from / HoursPerDay));
        var (seen, days) = (0, 0);
        for (var back = 1; back <= BaselineDays && from - (back * HoursPerDay) >= 0; back++)
        {
            var shift = back * HoursPerDay;
            if (Kind(firstDay.AddDays((from - shift) / HoursPerDay)) == kind)
            {
                seen += sums[before - shift] - sums[from - shift];
                days++;
            }
        }

        return (seen, days);
    }

    private static void Add(List<Burst> bursts, Burst burst)
    {
        if (bursts.Count > 0 && bursts[^1] is { } last && burst.ToHour - last.ToHour <= Windows[^1])
        {
            var stronger = burst.Count - burst.Expected > last.Count - last.Expected ? burst : last;
            bursts[^1] = stronger with { FromHour = last.FromHour, ToHour = burst.ToHour };
        }
        else
        {
            bursts.Add(burst);
        }
    }

    private static int Kind(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => 1,
        DayOfWeek.Sunday => 2,
        _ => 0,
    };
}
