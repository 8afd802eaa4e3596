namespace Pipeline.Routing;

/// <summary>
/// What part the learned verdict has in decisions. Rules without these settings decide as if nothing had been learned; so do all rules where a conversation has no scores.
/// </summary>
public sealed record LearnedSettings
{
    /// <summary>What the weight of every other rule is multiplied with, 0 to 1: the learned difficulty has counted their signs already.</summary>
    // Plain setters: the source-generated reader gives an absent init-only property its type's default, not this one.
    public double OthersWeigh { get; set; } = 1;

    /// <summary>The learned skill is taken from this probability on, 0 to 1; null never takes it.</summary>
    public double? SkillFrom { get; set; }

    /// <summary>Another rule makes a conversation urgent only from this learned urgency on, 0 to 1.</summary>
    public double UrgentFrom { get; set; }

    /// <summary>With more messages of the customer than this the other rules decide alone: the chats that were learned from are short. Null for no bound.</summary>
    public int? MostMessages { get; set; }
}
