using Pipeline.Routing.Capacity;

namespace Pipeline.Training.Queueing;

/// <summary>The policies by name.</summary>
internal static class QueuePolicies
{
    /// <summary>The product's, with effort-weighted slots.</summary>
    public const string Effort = "effort";

    /// <summary>Round robin with fixed slots, the usual practice.</summary>
    public const string RoundRobin = "round_robin";

    private static readonly Dictionary<string, (string Says, Func<CapacityRules, QueuePolicy> Make)> All = new(StringComparer.Ordinal)
    {
        [Effort] = ("the product's choice and order, slots weighed by effort", rules => new ProductPolicy(rules, weighs: true, sticky: false)),
        ["sticky"] = ("the same, and returning customers to their former advisor if possible", rules => new ProductPolicy(rules, weighs: true, sticky: true)),
        ["effort_kept"] = ("as effort, but nobody overtakes on the advisor whom one before waits for", rules => new ProductPolicy(rules, weighs: true, sticky: false, keeps: true)),
        ["unweighted"] = ("the product's choice and order, one slot each", rules => new ProductPolicy(rules, weighs: false, sticky: false)),
        [RoundRobin] = ("in turn, one slot each, first come first served", rules => new SlotPolicy(rules, SlotOrder.RoundRobin)),
        ["round_robin_two"] = ("the same with two slots, so many average conversations as fit into a capacity of three", rules => new SlotPolicy(rules, SlotOrder.RoundRobin, slots: 2)),
        ["least_busy"] = ("to who holds the fewest, one slot each, first come first served", rules => new SlotPolicy(rules, SlotOrder.LeastBusy)),
        ["longest_idle"] = ("to who waited longest for one, one slot each, first come first served", rules => new SlotPolicy(rules, SlotOrder.LongestIdle)),
        ["skill_blind"] = ("to who holds the fewest, whatever their skills", rules => new SlotPolicy(rules, SlotOrder.LeastBusy, skillBlind: true)),
    };

    /// <summary>The names, the product's first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    /// <summary>What a policy does, in words.</summary>
    public static string Says(string name) => All[name].Says;

    /// <summary>Makes one for a run.</summary>
    public static QueuePolicy Make(string name, CapacityRules rules) => All[name].Make(rules);
}
