namespace Pipeline.Training.Queueing;

/// <summary>What came of a simulated day.</summary>
internal sealed class DayOutcome
{
    private readonly IReadOnlyList<QueuedCustomer> _customers;
    private readonly double[] _waits;
    private readonly double[] _delays;

    /// <summary>Takes stock of a day.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="fates">What became of them, in the same order.</param>
    /// <param name="advisors">How the advisors got on.</param>
    /// <param name="end">The last minute.</param>
    public DayOutcome(IReadOnlyList<QueuedCustomer> customers, IReadOnlyList<CustomerFate> fates, IReadOnlyList<WorkingAdvisor> advisors, double end)
    {
        _customers = customers;
        Fates = fates;
        Served = fates.Count(fate => fate.DoneAt is not null);
        GaveUp = fates.Count(fate => fate.GaveUpAt is not null);
        Overloads = advisors.Sum(advisor => advisor.Overloads);
        var busy = advisors.Sum(advisor => advisor.BusyMinutes);
        OverloadedShare = busy > 0 ? advisors.Sum(advisor => advisor.OverloadedMinutes) / busy : 0;
        _waits = [.. customers.Zip(fates, (customer, fate) => (fate.TakenAt ?? fate.GaveUpAt ?? end) - customer.At)];
        _delays =
        [
            .. customers.Select((customer, number) => fates[number] is { DoneAt: { } done }
                ? Math.Max(_waits[number], done - customer.At - customer.Work)
                : _waits[number]),
        ];
        WaitsAscending = [.. _waits.Order()];
    }

    /// <summary>What became of each customer.</summary>
    public IReadOnlyList<CustomerFate> Fates { get; }

    /// <summary>How many customers wrote.</summary>
    public int Arrived => _customers.Count;

    /// <summary>How many were served to the end.</summary>
    public int Served { get; }

    /// <summary>How many gave up.</summary>
    public int GaveUp { get; }

    /// <summary>How many waited or were being served at the end.</summary>
    public int InSystem => Fates.Count(fate => fate is { DoneAt: null, GaveUpAt: null });

    /// <summary>How often an advisor came to hold more than their capacity, by what conversations really take.</summary>
    public int Overloads { get; }

    /// <summary>The share of the time in which advisors held anything in which they held more than their capacity.</summary>
    public double OverloadedShare { get; }

    /// <summary>The waits, in minutes: until an advisor took them, or they gave up.</summary>
    public IReadOnlyList<double> WaitsAscending { get; }

    /// <summary>The mean wait.</summary>
    public double MeanWait => Mean(_waits);

    /// <summary>The wait that a twentieth of the customers exceed.</summary>
    public double NearlyWorstWait => WaitsAscending.Count > 0 ? WaitsAscending[(int)Math.Ceiling(0.95 * WaitsAscending.Count) - 1] : 0;

    /// <summary>The worst wait.</summary>
    public double WorstWait => WaitsAscending.Count > 0 ? WaitsAscending[^1] : 0;

    /// <summary>
    /// The mean delay: the wait, and by how much longer the conversation then took than with an able advisor who is not above capacity. Who is taken
    /// at once by somebody who cannot answer waits in the conversation.
    /// </summary>
    public double MeanDelay => Mean(_delays);

    /// <summary>The worst delay.</summary>
    public double WorstDelay => _delays.Length > 0 ? _delays.Max() : 0;

    /// <summary>How evenly delays are spread over all customers: Jain's index.</summary>
    public double EvennessOfDelays => Jain(_delays);

    /// <summary>The mean wait of each group.</summary>
    public IReadOnlyDictionary<string, double> WaitBy(Func<QueuedCustomer, string> group) => new SortedDictionary<string, double>(
        _customers.Select((customer, number) => (Group: group(customer), Wait: _waits[number]))
            .GroupBy(one => one.Group).ToDictionary(some => some.Key, some => some.Average(one => one.Wait)),
        StringComparer.Ordinal);

    /// <summary>Those who wrote in an hour: how many, how many minutes they waited, and how many gave up.</summary>
    public (int Customers, double Minutes, int GaveUp) Hour(int hour)
    {
        var numbers = Enumerable.Range(0, _customers.Count).Where(number => (int)(_customers[number].At / 60) == hour).ToList();
        return (numbers.Count, numbers.Sum(number => _waits[number]), numbers.Count(number => Fates[number].GaveUpAt is not null));
    }

    /// <summary>Jain's index: (Σx)² / (n Σx²); 1 when all are alike, 1/n when one has it all; 1 when there is nothing to share.</summary>
    public static double Jain(IReadOnlyCollection<double> values)
    {
        var squares = values.Sum(value => value * value);
        return squares > 0 ? Math.Pow(values.Sum(), 2) / (values.Count * squares) : 1;
    }

    private static double Mean(double[] values) => values.Length > 0 ? values.Average() : 0;
}
