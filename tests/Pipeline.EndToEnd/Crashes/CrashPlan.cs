namespace Pipeline.EndToEnd.Crashes;

/// <summary>When the host is killed: at moments that a seed chooses, spread over the whole load.</summary>
/// <param name="Kills">How many times.</param>
/// <param name="Copies">How many times the bundled conversations are played: about a hundred webhooks for each kill.</param>
/// <param name="Seed">The seed.</param>
internal sealed record CrashPlan(int Kills, int Copies, int Seed)
{
    /// <summary>Five kills; with the environment variable <c>PIPELINE_FULL=1</c> fifty.</summary>
    public static CrashPlan Chosen => Environment.GetEnvironmentVariable("PIPELINE_FULL") == "1"
        ? new(Kills: 50, Copies: 12, Seed: 20261126)
        : new(Kills: 5, Copies: 2, Seed: 20261126);

    /// <summary>No kill: what everything is compared with.</summary>
    public CrashPlan Clean => this with { Kills = 0 };

    /// <summary>A part of it, for a second look at the same.</summary>
    public CrashPlan Short => this with { Kills = Math.Max(2, Kills / 5), Copies = Math.Max(1, Copies / 5), Seed = Seed + 1 };

    /// <summary>The kills, in order, for a load of so many webhooks.</summary>
    public IReadOnlyList<Kill> Moments(int webhooks)
    {
        var random = new Random(Seed);
        var moments = new List<Kill>();
        for (var left = Kills; left > 0;)
        {
            // Each in its own part of the load; after every third, the host is killed once more while it starts.
            var after = (int)(webhooks * (Kills - left + random.NextDouble()) / (Kills + 1));
            var delay = TimeSpan.FromMilliseconds(random.Next(60));
            TimeSpan? startKilledAfter = left > 1 && moments.Count % 3 == 2 ? TimeSpan.FromMilliseconds(random.Next(1500)) : null;
            moments.Add(new Kill(after, delay, startKilledAfter));
            left -= startKilledAfter is null ? 1 : 2;
        }

        return moments;
    }
}

/// <summary>One kill, or two in a row.</summary>
/// <param name="After">After so many webhooks of the whole load were answered 2xx.</param>
/// <param name="Delay">How much later than that: the writer, the pumps and the answers are each caught at some of their moments.</param>
/// <param name="StartKilledAfter">How long the next life has until it is killed too, ready or not; null to let it live.</param>
internal sealed record Kill(int After, TimeSpan Delay, TimeSpan? StartKilledAfter);
