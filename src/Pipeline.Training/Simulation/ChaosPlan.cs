namespace Pipeline.Training.Simulation;

/// <summary>What comes of a row of happenings on a bad network: which copies arrive, in which order, and what never arrives.</summary>
/// <param name="Deliveries">What arrives, in this order; the same happening may be in it several times.</param>
/// <param name="Lost">The happenings of which no copy arrives.</param>
/// <param name="Dropped">How many copies are lost, also those of happenings of which another arrives.</param>
/// <param name="Repeated">How many copies beyond the first were sent.</param>
/// <param name="Delayed">How many copies come any time later.</param>
/// <param name="Reordered">How many copies are overtaken by some that follow.</param>
public sealed record ChaosPlan<T>(
    IReadOnlyList<T> Deliveries, IReadOnlyList<T> Lost, int Dropped, int Repeated, int Delayed, int Reordered);

/// <summary>Makes plans. The same seed makes the same plan; nothing waits, what comes later is placed later.</summary>
public static class ChaosPlan
{
    // How far one that is overtaken falls back, in places.
    private const int Overtaken = 8;

    /// <summary>Makes the plan for happenings, which are in their true order.</summary>
    public static ChaosPlan<T> Make<T>(IReadOnlyList<T> happenings, ChaosOptions options)
    {
        var random = new Random(options.Seed);
        List<(double Place, T Happening)> arriving = [];
        List<T> lost = [];
        var (dropped, repeated, delayed, reordered) = (0, 0, 0, 0);
        for (var index = 0; index < happenings.Count; index++)
        {
            var arrives = false;
            var copy = 0;
            do
            {
                repeated += copy > 0 ? 1 : 0;
                var place = index + (double)copy;
                if (random.NextDouble() < options.Reorder)
                {
                    reordered++;
                    place += 1 + random.Next(Overtaken) + 0.5;
                }

                if (random.NextDouble() < options.Delay)
                {
                    delayed++;
                    place += random.NextDouble() * happenings.Count;
                }

                if (random.NextDouble() < options.Drop)
                {
                    dropped++;
                }
                else
                {
                    arrives = true;
                    arriving.Add((place, happenings[index]));
                }

                copy++;
            }
            while (random.NextDouble() < options.Repeat);
            if (!arrives)
            {
                lost.Add(happenings[index]);
            }
        }

        return new([.. arriving.OrderBy(one => one.Place).Select(one => one.Happening)], lost, dropped, repeated, delayed, reordered);
    }
}
