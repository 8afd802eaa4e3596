namespace Pipeline.Training.Cost;

/// <summary>What a month of traffic makes one function do.</summary>
/// <param name="Stage">The function.</param>
/// <param name="Executions">Executions a month.</param>
/// <param name="ActiveSeconds">Seconds a month for which its instances are billed.</param>
/// <param name="MeanBatch">Messages in a batch, on the average.</param>
/// <param name="Busy">The share of open time in which it works, 0 to 1; above one instance, more.</param>
public sealed record FunctionMonth(string Stage, double Executions, double ActiveSeconds, double MeanBatch, double Busy);

/// <summary>
/// Plays the replayed conversations at the rate of a month, as the Functions runtime would run them: each function of the bus takes what waits, at
/// most a batch, one batch after the other; requests run beside one another. Conversations begin at random (Poisson) within open hours,
/// and keep their own pauses. A part of the month is played, and counts for all of it.
/// </summary>
/// <param name="traffic">What was replayed.</param>
/// <param name="prices">Prices and assumptions.</param>
/// <param name="maxBatch">host.json's <c>maxMessageBatchSize</c>.</param>
/// <param name="seed">Decides when conversations begin.</param>
public sealed class TrafficModel(ReplayedTraffic traffic, Prices prices, int maxBatch, int seed)
{
    private const int WebhooksPlayed = 60_000;

    // The runtime adds instances long before one is busy all the time.
    private const double BusyEnough = 0.7;

    /// <summary>Plays a month.</summary>
    /// <param name="customerMessages">Customers' messages of the month.</param>
    public IReadOnlyList<FunctionMonth> Play(double customerMessages)
    {
        var month = TimeSpan.FromHours(prices.Deployment.OpenHoursAMonth);
        var conversationsASecond = customerMessages / traffic.CustomerMessages * traffic.Conversations.Count / month.TotalSeconds;
        var wanted = WebhooksPlayed * traffic.Conversations.Count / (double)traffic.Webhooks;
        var window = TimeSpan.FromSeconds(Math.Min(month.TotalSeconds, wanted / conversationsASecond));
        var arrivals = Arrivals(conversationsASecond, window);
        var scale = month / window;
        return [.. arrivals.Select(stage => Run(stage.Key, stage.Value, window, scale))];
    }

    private Dictionary<string, List<(TimeSpan At, Work Work)>> Arrivals(double conversationsASecond, TimeSpan window)
    {
        var random = new Random(seed);
        var arrivals = traffic.Tallies.ToDictionary(tally => tally.Name, _ => new List<(TimeSpan At, Work Work)>(), StringComparer.Ordinal);
        var longest = traffic.Conversations.Max(conversation => conversation[^1].At);

        // Those that began before the window are in the middle of it.
        for (var begin = -longest; begin < window; begin += Pause(random, conversationsASecond))
        {
            foreach (var webhook in traffic.Conversations[random.Next(traffic.Conversations.Count)])
            {
                if (begin + webhook.At is var at && at >= TimeSpan.Zero && at < window)
                {
                    Arrive(arrivals, webhook, at);
                }
            }
        }

        foreach (var stage in arrivals.Values)
        {
            stage.Sort(static (left, right) => left.At.CompareTo(right.At));
        }

        return arrivals;
    }

    // A stage begins when the one before it has sent: what it waits for in a batch is the model's, not added here.
    private void Arrive(Dictionary<string, List<(TimeSpan At, Work Work)>> arrivals, ReplayedWebhook webhook, TimeSpan at)
    {
        foreach (var invocation in webhook.Invocations)
        {
            var work = invocation.Work with { Own = invocation.Work.Own / prices.Deployment.ProcessorShare };
            arrivals[invocation.Stage].Add((at, work));
            at += work.Duration(prices.Latencies);
        }
    }

    private FunctionMonth Run(string stage, List<(TimeSpan At, Work Work)> arrivals, TimeSpan window, double scale)
    {
        var batched = stage != PathMeter.Capture;
        var work = TimeSpan.FromTicks(arrivals.Sum(arrival => arrival.Work.Own.Ticks));
        var instances = (int)Math.Max(1, Math.Ceiling(work / window / BusyEnough));
        var (executions, active, busy) = (0L, TimeSpan.Zero, TimeSpan.Zero);
        for (var instance = 0; instance < instances; instance++)
        {
            var own = arrivals.Where((_, index) => index % instances == instance).ToList();
            var time = new ActiveTime(
                TimeSpan.FromMilliseconds(prices.Functions.MinimumMilliseconds), TimeSpan.FromMilliseconds(prices.Functions.StepMilliseconds));
            var (ran, took) = batched ? RunBatches(own, time) : RunRequests(own, time);
            (executions, active, busy) = (executions + ran, active + time.Billed, busy + took);
        }

        return new FunctionMonth(
            stage, executions * scale, active.TotalSeconds * scale, arrivals.Count / (double)Math.Max(1, executions), busy / window);
    }

    private (long Executions, TimeSpan Busy) RunRequests(List<(TimeSpan At, Work Work)> arrivals, ActiveTime time)
    {
        var busy = TimeSpan.Zero;
        foreach (var (at, work) in arrivals)
        {
            var duration = work.Duration(prices.Latencies);
            time.Add(at, at + duration);
            busy += duration;
        }

        return (arrivals.Count, busy);
    }

    // The messages of a batch share the processor and wait beside one another.
    private (long Executions, TimeSpan Busy) RunBatches(List<(TimeSpan At, Work Work)> arrivals, ActiveTime time)
    {
        var settling = TimeSpan.FromMilliseconds(prices.Latencies.SettleMilliseconds);
        var (executions, busy, free, next) = (0L, TimeSpan.Zero, TimeSpan.Zero, 0);
        while (next < arrivals.Count)
        {
            var start = arrivals[next].At > free ? arrivals[next].At : free;
            var (own, longest, first) = (TimeSpan.Zero, TimeSpan.Zero, next);
            for (; next < arrivals.Count && arrivals[next].At <= start && next - first < maxBatch; next++)
            {
                var work = arrivals[next].Work;
                var waited = work.Duration(prices.Latencies) - work.Own;
                (own, longest) = (own + work.Own, waited > longest ? waited : longest);
            }

            free = start + own + longest + settling;
            time.Add(start, free);
            busy += free - start;
            executions++;
        }

        return (executions, busy);
    }

    private static TimeSpan Pause(Random random, double rate) => TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) / rate);
}
