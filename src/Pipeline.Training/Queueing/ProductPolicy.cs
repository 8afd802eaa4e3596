using Pipeline.Routing;
using Pipeline.Routing.Capacity;

namespace Pipeline.Training.Queueing;

/// <summary>The product's own choice and order: the very functions that it runs.</summary>
/// <param name="rules">The rules of capacity.</param>
/// <param name="weighs">Whether conversations weigh by effort; else each takes one slot.</param>
/// <param name="sticky">Whether a returning customer gets the former advisor if they can.</param>
/// <param name="keeps">Whether who waits keeps an advisor from those behind, which the product does not do.</param>
internal sealed class ProductPolicy(CapacityRules rules, bool weighs, bool sticky, bool keeps = false) : QueuePolicy(rules)
{
    private readonly CapacityRules _rules = rules;
    private readonly EffortWeights _weights = rules.Efforts;
    private readonly Advisor[] _one = new Advisor[1];

    /// <inheritdoc/>
    public override bool Keeps => keeps;

    /// <inheritdoc/>
    public override double EffortOf(QueuedCustomer customer, DateTimeOffset now) => weighs
        ? _rules.EffortFor(_weights.Of(customer.SeenHard, customer.SeenAngry), now - customer.Entry.Since)
        : 1;

    /// <inheritdoc/>
    public override IReadOnlyList<QueuedCustomer> InOrder(IReadOnlyList<QueuedCustomer> waiting, DateTimeOffset now)
    {
        if (waiting.Count < 2)
        {
            return waiting;
        }

        var byKey = waiting.ToDictionary(customer => customer.Key, StringComparer.Ordinal);
        return [.. WaitingLine.InOrder(waiting.Select(customer => customer.Entry), now).Select(entry => byKey[entry.Ask.Conversation])];
    }

    /// <inheritdoc/>
    public override int Choose(Advisor[] advisors, int? only, QueuedCustomer customer, DateTimeOffset now)
    {
        var ask = Ask(customer, now) with { Former = sticky ? customer.Former : null };
        if (only is { } place)
        {
            _one[0] = advisors[place];
            return AdvisorChoice.Of(_one, ask, now, Patience) is null ? -1 : place;
        }

        return AdvisorChoice.Of(advisors, ask, now, Patience) is { } chosen
            ? Array.FindIndex(advisors, advisor => ReferenceEquals(advisor, chosen))
            : -1;
    }
}
