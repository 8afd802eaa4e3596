namespace Pipeline.Training.Queueing;

/// <summary>
/// How an advisor gets on with the conversations they hold. Up to their capacity each goes at its own pace; above it they share what the advisor
/// can do (processor sharing), less what is lost to changing between them. All go at the same pace, so one clock of work does for them all.
/// </summary>
/// <param name="capacity">The capacity, in slots.</param>
/// <param name="loss">What is lost above capacity (<see cref="Scenario.LossAboveCapacity"/>).</param>
internal sealed class WorkingAdvisor(double capacity, double loss)
{
    // Sums of weights are exact in quarters; others may be off by rounding.
    private const double Slack = 1e-9;

    private readonly List<(int Customer, double Attention, double EndsAt)> _held = [];
    private double _work;
    private double _load;
    private double _at;

    /// <summary>Changes whenever what they hold does: an end that was foreseen before is out of date.</summary>
    public int Version { get; private set; }

    /// <summary>How many conversations they hold.</summary>
    public int Held => _held.Count;

    /// <summary>How often they came to be above their capacity.</summary>
    public int Overloads { get; private set; }

    /// <summary>For how many minutes they were above their capacity.</summary>
    public double OverloadedMinutes { get; private set; }

    /// <summary>For how many minutes they held anything.</summary>
    public double BusyMinutes { get; private set; }

    /// <summary>The moment at which the next conversation ends if nothing else happens; null when they hold none.</summary>
    public double? NextEnd => _held.Count == 0 ? null : _at + (Math.Max(0, _held[Next()].EndsAt - _work) / Pace);

    private bool IsOver => _load > capacity + Slack;

    private double Pace => IsOver ? capacity / _load / (1 + (loss * (_load - capacity) / capacity)) : 1;

    /// <summary>Takes a conversation.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="customer">The customer's number.</param>
    /// <param name="attention">How much of the advisor it takes, in slots.</param>
    /// <param name="work">How long it takes at its own pace, in minutes.</param>
    public void Take(double now, int customer, double attention, double work)
    {
        Advance(now);
        var wasOver = IsOver;
        _held.Add((customer, attention, _work + work));
        _load += attention;
        Overloads += IsOver && !wasOver ? 1 : 0;
        Version++;
    }

    /// <summary>Ends the conversation that ends first.</summary>
    /// <returns>The customer's number.</returns>
    public int End(double now)
    {
        Advance(now);
        var next = Next();
        var (customer, attention, _) = _held[next];
        _held.RemoveAt(next);
        _load = _held.Count == 0 ? 0 : _load - attention;
        Version++;
        return customer;
    }

    private void Advance(double now)
    {
        var minutes = now - _at;
        _work += minutes * Pace;
        BusyMinutes += _held.Count > 0 ? minutes : 0;
        OverloadedMinutes += IsOver ? minutes : 0;
        _at = now;
    }

    private int Next()
    {
        var next = 0;
        for (var index = 1; index < _held.Count; index++)
        {
            next = _held[index].EndsAt < _held[next].EndsAt ? index : next;
        }

        return next;
    }
}
