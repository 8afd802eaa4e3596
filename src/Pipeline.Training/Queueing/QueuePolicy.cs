using Pipeline.Routing;
using Pipeline.Routing.Capacity;

namespace Pipeline.Training.Queueing;

/// <summary>How customers are given to advisors. One is made for each run: it may remember whom it gave what.</summary>
/// <param name="rules">Who may take what after how long a wait. They hold for all policies but the one that is blind, so that these differ in nothing else.</param>
internal abstract class QueuePolicy(CapacityRules rules)
{
    /// <summary>How long a heartbeat may fail to come; nobody sends any here.</summary>
    protected TimeSpan Patience => rules.HeartbeatPatience;

    /// <summary>
    /// Whether who waits keeps an advisor from those behind. Else who fits into what is free goes before who does not, however long they waited.
    /// </summary>
    public virtual bool Keeps => false;

    /// <summary>How much of an advisor's capacity the policy counts for a customer, in slots.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="now">The moment: who has waited long may count for less.</param>
    public abstract double EffortOf(QueuedCustomer customer, DateTimeOffset now);

    /// <summary>Those who wait, first who comes first.</summary>
    /// <param name="waiting">They, in the order in which they came.</param>
    /// <param name="now">The moment.</param>
    public abstract IReadOnlyList<QueuedCustomer> InOrder(IReadOnlyList<QueuedCustomer> waiting, DateTimeOffset now);

    /// <summary>The place in the list of the advisor who gets a customer; -1 when nobody who can take them has room.</summary>
    /// <param name="advisors">All advisors, with what they hold.</param>
    /// <param name="only">The only one to ask, by place; null for all.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="now">The moment.</param>
    public abstract int Choose(Advisor[] advisors, int? only, QueuedCustomer customer, DateTimeOffset now);

    /// <summary>The place of the advisor who is kept for a customer who waits: the least loaded one who suits them; -1 for none.</summary>
    public int KeptFor(Advisor[] advisors, QueuedCustomer customer, DateTimeOffset now)
    {
        var ask = Ask(customer, now);
        var kept = -1;
        for (var index = 0; index < advisors.Length; index++)
        {
            if (AdvisorChoice.Suits(advisors[index], ask, now, Patience) && (kept < 0 || advisors[index].Load < advisors[kept].Load))
            {
                kept = index;
            }
        }

        return kept;
    }

    /// <summary>What the product asks for a customer.</summary>
    protected AdvisorAsk Ask(QueuedCustomer customer, DateTimeOffset now) => customer.Entry.Ask with
    {
        Effort = EffortOf(customer, now),
        Pool = rules.PoolFor(customer.Entry.Ask.Need, now - customer.Entry.Since),
    };
}
