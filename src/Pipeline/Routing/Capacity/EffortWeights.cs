namespace Pipeline.Routing.Capacity;

/// <summary>
/// How much of an advisor's capacity a conversation takes, in slots. Whole quarters, so that sums of them are exact whatever their order.
/// </summary>
public sealed record EffortWeights
{
    /// <summary>What every weight is a multiple of.</summary>
    public const double Unit = 0.25;

    /// <summary>The most a weight may be: the whole attention of an advisor of usual capacity.</summary>
    public const double Most = 3;

    /// <summary>A conversation about which nothing is known to be special; 1, so that capacity counts such conversations.</summary>
    // Plain setters: the source-generated reader gives an absent init-only property its type's default, not this one.
    public double Ordinary { get; set; } = 1;

    /// <summary>The customer is angry; 1.5: two angry ones fill the usual three slots.</summary>
    public double Angry { get; set; } = 1.5;

    /// <summary>It is hard, whatever its tone; 2: a hard one leaves room for one ordinary one beside it.</summary>
    public double Hard { get; set; } = 2;

    /// <summary>The advisor has answered and nothing is asked of them for now; 0.5.</summary>
    public double OnHold { get; set; } = 0.5;

    /// <summary>The weight of a conversation: hard and angry do not add up, the heavier counts.</summary>
    /// <param name="hard">Whether it is hard.</param>
    /// <param name="angry">Whether the customer is angry.</param>
    public double Of(bool hard, bool angry) => Math.Max(Ordinary, Math.Max(hard ? Hard : 0, angry ? Angry : 0));

    /// <summary>What is wrong with them, naming the field; null when nothing is.</summary>
    public FieldFault? Fault()
    {
        foreach (var (name, weight) in new[] { ("ordinary", Ordinary), ("angry", Angry), ("hard", Hard), ("onHold", OnHold) })
        {
            if (!(weight >= Unit && weight <= Most) || weight % Unit != 0)
            {
                return new($"efforts.{name}", FormattableString.Invariant($"{weight} must be a multiple of {Unit} from {Unit} to {Most}."));
            }
        }

        return null;
    }
}
