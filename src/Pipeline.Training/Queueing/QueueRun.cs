using Pipeline.Routing;
using Pipeline.Routing.Capacity;

namespace Pipeline.Training.Queueing;

/// <summary>Runs a simulated day, event by event: customers write, give up, are taken, and are done. The same customers and policy give the same day.</summary>
internal sealed class QueueRun
{
    private const int Tick = -1;

    private static readonly AdvisorPresence Away = new(PresenceState.Pause);

    private readonly Scenario _scenario;
    private readonly IReadOnlyList<QueuedCustomer> _customers;
    private readonly QueuePolicy _policy;
    private readonly Advisor[] _advisors;
    private readonly WorkingAdvisor[] _work;
    private readonly CustomerFate[] _fates;
    private readonly List<int> _waiting = [];
    private readonly Dictionary<QueuedCustomer, int> _numbers = [];

    // Of events at the same moment, the one that was foreseen first comes first.
    private readonly PriorityQueue<Happening, (double At, long Order)> _events = new();
    private long _order;

    private QueueRun(Scenario scenario, IReadOnlyList<QueuedCustomer> customers, QueuePolicy policy)
    {
        (_scenario, _customers, _policy) = (scenario, customers, policy);
        _advisors = [.. scenario.Advisors.Select(profile => new Advisor { Profile = profile with { Schedule = null } })];
        _work = [.. scenario.Advisors.Select(profile => new WorkingAdvisor(profile.Capacity, scenario.LossAboveCapacity))];
        _fates = new CustomerFate[customers.Count];
    }

    /// <summary>Runs it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="customers">Its customers, in the order in which they write.</param>
    /// <param name="policy">A policy that has given nobody anything yet.</param>
    public static DayOutcome Run(Scenario scenario, IReadOnlyList<QueuedCustomer> customers, QueuePolicy policy)
    {
        var run = new QueueRun(scenario, customers, policy);
        run.Run();
        return new(customers, run._fates, run._work, scenario.Hours * 60);
    }

    private void Run()
    {
        var end = _scenario.Hours * 60.0;
        for (var minute = 0; minute < end; minute++)
        {
            Foresee(minute, new(Tick, 0, false));
        }

        for (var number = 0; number < _customers.Count; number++)
        {
            _numbers[_customers[number]] = number;
            Foresee(_customers[number].At, new(number, 0, false));
        }

        while (_events.TryDequeue(out var happening, out var when) && when.At < end)
        {
            Happen(happening, when.At);
        }
    }

    private void Happen(Happening happening, double now)
    {
        if (happening.IsEnd)
        {
            if (_work[happening.Number].Version == happening.Version)
            {
                End(happening.Number, now);
            }
        }
        else if (happening.Number == Tick)
        {
            Attend(now);
            Assign(null, now);
        }
        else if (happening.Version == 0)
        {
            Arrive(happening.Number, now);
        }
        else if (_waiting.Remove(happening.Number))
        {
            _fates[happening.Number] = new() { GaveUpAt = now };
        }
    }

    private void Arrive(int number, double now)
    {
        var customer = _customers[number];
        if (_policy.Keeps)
        {
            _waiting.Add(number);
            Assign(null, now);
            if (_fates[number].TakenAt is not null)
            {
                return;
            }
        }
        else if (_policy.Choose(_advisors, null, customer, Moment(now)) is >= 0 and var chosen)
        {
            Give(number, chosen, now);
            return;
        }
        else
        {
            _waiting.Add(number);
        }

        if (!double.IsPositiveInfinity(customer.Patience))
        {
            Foresee(now + customer.Patience, new(number, 1, false));
        }
    }

    // Half-days begin and end on whole minutes; asked once a minute, the clock of the wall is not asked for each choice.
    private void Attend(double now)
    {
        for (var index = 0; index < _advisors.Length; index++)
        {
            var presence = _scenario.Advisors[index].Schedule is { } schedule && schedule.At(Moment(now)) != HalfDay.Chat
                ? Away
                : AdvisorPresence.Here;
            if (_advisors[index].Presence != presence)
            {
                _advisors[index] = _advisors[index] with { Presence = presence };
            }
        }
    }

    private void Assign(int? only, double now)
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        var moment = Moment(now);
        var open = _policy.Keeps ? [.. _advisors] : _advisors;
        foreach (var customer in _policy.InOrder([.. _waiting.Select(number => _customers[number])], moment))
        {
            if (!HasRoom(only, moment))
            {
                return;
            }

            if (_policy.Choose(open, only, customer, moment) is >= 0 and var chosen)
            {
                _waiting.Remove(_numbers[customer]);
                Give(_numbers[customer], chosen, now);
                open[chosen] = _advisors[chosen];
            }
            else if (_policy.Keeps && _policy.KeptFor(open, customer, moment) is >= 0 and var kept)
            {
                open[kept] = open[kept] with { Presence = Away };
            }
        }
    }

    private bool HasRoom(int? only, DateTimeOffset moment)
    {
        for (var index = only ?? 0; index <= (only ?? _advisors.Length - 1); index++)
        {
            var advisor = _advisors[index];
            if (advisor.Load < advisor.Profile.Capacity && advisor.TakesAt(moment, TimeSpan.MaxValue))
            {
                return true;
            }
        }

        return false;
    }

    private void Give(int number, int advisor, double now)
    {
        var customer = _customers[number];
        var profile = _advisors[advisor].Profile;
        var needed = customer.Hard ? LevelBand.FrontLine + 1 : LevelBand.FrontLine;
        var isAble = profile.Skills.TryGetValue(customer.Entry.Ask.Need.Skill, out var level) && level >= needed;
        _advisors[advisor] = _advisors[advisor].With(customer.Key, AdvisorChoice.EffortFor(_advisors[advisor], _policy.EffortOf(customer, Moment(now))), null);
        _work[advisor].Take(now, number, customer.Attention, customer.Work * (isAble ? 1 : _scenario.WithoutSkill));
        _fates[number] = new() { TakenAt = now, Advisor = advisor };
        Foresee(_work[advisor].NextEnd!.Value, new(advisor, _work[advisor].Version, true));
    }

    private void End(int advisor, double now)
    {
        var number = _work[advisor].End(now);
        _fates[number] = _fates[number] with { DoneAt = now };
        _advisors[advisor] = _advisors[advisor].Without(_customers[number].Key);
        if (_work[advisor].NextEnd is { } next)
        {
            Foresee(next, new(advisor, _work[advisor].Version, true));
        }

        // Whom the others are kept for matters too.
        Assign(_policy.Keeps ? null : advisor, now);
    }

    private void Foresee(double at, Happening happening) => _events.Enqueue(happening, (at, _order++));

    private DateTimeOffset Moment(double minutes) => _scenario.Start.AddMinutes(minutes);

    // A customer's number, and 1 for giving up; or an advisor's, and the version at which the end was foreseen.
    private readonly record struct Happening(int Number, int Version, bool IsEnd);
}

/// <summary>What became of a customer; all null for one who waits at the end.</summary>
internal readonly record struct CustomerFate
{
    /// <summary>When an advisor took them, in minutes from the beginning; null for never.</summary>
    public double? TakenAt { get; init; }

    /// <summary>When they gave up; null for not.</summary>
    public double? GaveUpAt { get; init; }

    /// <summary>When they were done; null for not before the end.</summary>
    public double? DoneAt { get; init; }

    /// <summary>The place of the advisor who took them.</summary>
    public int Advisor { get; init; }
}
