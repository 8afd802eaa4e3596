namespace Pipeline.Training.Queueing;

/// <summary>What a formula says of a queue in the long run.</summary>
/// <param name="ProbabilityOfWait">The probability that a customer waits at all.</param>
/// <param name="MeanWait">The mean wait of all customers, in minutes; infinite when the queue grows without end.</param>
/// <param name="GaveUp">The share that gives up.</param>
internal readonly record struct QueueEstimate(double ProbabilityOfWait, double MeanWait, double GaveUp);

/// <summary>
/// The queue with Poisson arrivals, exponential handling times and so many servers: Erlang C when customers wait without end, Palm's and
/// Erlang's A when their patience is exponential (Mandelbaum and Zeltyn, "The Palm/Erlang-A queue, with applications to call centers", 2005).
/// </summary>
internal static class ErlangQueue
{
    private const double Negligible = 1e-13;

    /// <summary>The estimate.</summary>
    /// <param name="perMinute">Arrivals a minute.</param>
    /// <param name="handling">The mean handling time, in minutes.</param>
    /// <param name="patience">The mean patience, in minutes; null for no end.</param>
    /// <param name="servers">How many conversations are held at once.</param>
    public static QueueEstimate Of(double perMinute, double handling, double? patience, int servers)
    {
        if (perMinute <= 0)
        {
            return new(0, 0, 0);
        }

        if (servers == 0)
        {
            // Everybody who has patience uses it up.
            return new(1, patience ?? double.PositiveInfinity, patience is null ? 0 : 1);
        }

        return patience is { } mean ? A(perMinute, handling, mean, servers) : C(perMinute, handling, servers);
    }

    // Erlang B by its recursion B(n) = aB(n-1) / (n + aB(n-1)), then C = B / (1 - ρ(1 - B)) and W = C / (cμ - λ).
    private static QueueEstimate C(double perMinute, double handling, int servers)
    {
        var load = perMinute * handling;
        if (load >= servers)
        {
            return new(1, double.PositiveInfinity, 0);
        }

        var blocked = 1.0;
        for (var server = 1; server <= servers; server++)
        {
            blocked = load * blocked / (server + (load * blocked));
        }

        var waits = blocked / (1 - (load / servers * (1 - blocked)));
        return new(waits, waits * handling / (servers - load), 0);
    }

    // The birth-and-death process: from n customers on, λ more and min(n, c)μ + max(n - c, 0)θ fewer a minute. Weights are by that of c.
    private static QueueEstimate A(double perMinute, double handling, double patience, int servers)
    {
        var (sum, waiting, line) = (1.0, 1.0, 0.0);
        var weight = 1.0;
        for (var below = servers; below > 0; below--)
        {
            weight *= below / (perMinute * handling);
            sum += weight;
        }

        weight = 1.0;
        for (var ahead = 1; weight > Negligible * sum; ahead++)
        {
            weight *= perMinute / ((servers / handling) + (ahead / patience));
            sum += weight;
            waiting += weight;
            line += ahead * weight;
        }

        // Little's law: the mean line is λ times the mean wait; of it 1/patience a minute give up.
        var wait = line / sum / perMinute;
        return new(waiting / sum, wait, wait / patience);
    }
}
