using Pipeline.Routing;
using Pipeline.Routing.Capacity;

namespace Pipeline.Training.Queueing;

/// <summary>Who of those with a free slot gets the next customer.</summary>
internal enum SlotOrder
{
    /// <summary>The next one in turn after whoever got the last customer of that skill.</summary>
    RoundRobin,

    /// <summary>Who holds the fewest conversations.</summary>
    LeastBusy,

    /// <summary>Who has waited longest for a customer.</summary>
    LongestIdle,
}

/// <summary>
/// The usual practice: so many slots each, every conversation takes one, first come, first served.
/// </summary>
/// <param name="rules">The rules of capacity.</param>
/// <param name="order">Who of those with a free slot gets the next customer.</param>
/// <param name="skillBlind">Whether skill and level are left out of account.</param>
/// <param name="slots">How many slots each has; null for as many as their capacity.</param>
internal sealed class SlotPolicy(CapacityRules rules, SlotOrder order, bool skillBlind = false, int? slots = null) : QueuePolicy(rules)
{
    private readonly Dictionary<string, int> _lastOfSkill = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _givenAt = [];
    private int _given;

    /// <inheritdoc/>
    public override double EffortOf(QueuedCustomer customer, DateTimeOffset now) => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<QueuedCustomer> InOrder(IReadOnlyList<QueuedCustomer> waiting, DateTimeOffset now) => waiting;

    /// <inheritdoc/>
    public override int Choose(Advisor[] advisors, int? only, QueuedCustomer customer, DateTimeOffset now)
    {
        var ask = Ask(customer, now);
        var chosen = -1;
        if (only is { } place)
        {
            chosen = Can(advisors[place], ask, now) ? place : -1;
        }
        else
        {
            // In turn from the one after the last: what comes first stands among equals.
            var last = _lastOfSkill.GetValueOrDefault(ask.Need.Skill, -1);
            for (var step = 1; step <= advisors.Length; step++)
            {
                var index = (last + step) % advisors.Length;
                if (Can(advisors[index], ask, now) && (chosen < 0 || Compare(advisors, index, chosen) < 0))
                {
                    chosen = index;
                }
            }
        }

        if (chosen >= 0)
        {
            _lastOfSkill[ask.Need.Skill] = chosen;
            _givenAt[chosen] = ++_given;
        }

        return chosen;
    }

    private int Compare(Advisor[] advisors, int one, int other) => order switch
    {
        SlotOrder.LeastBusy => advisors[one].Claims.Count.CompareTo(advisors[other].Claims.Count),
        SlotOrder.LongestIdle => _givenAt.GetValueOrDefault(one).CompareTo(_givenAt.GetValueOrDefault(other)),
        _ => 0,
    };

    private bool Can(Advisor advisor, AdvisorAsk ask, DateTimeOffset now)
    {
        var profile = advisor.Profile;
        return advisor.Claims.Count < (slots ?? profile.Capacity)
            && (skillBlind
                ? advisor.TakesAt(now, Patience) && profile.Languages.Contains(ask.Need.Language)
                    && (profile.Brands.Count == 0 || profile.Brands.Contains(ask.Need.Brand))
                : AdvisorChoice.Suits(advisor, ask, now, Patience));
    }
}
