namespace Pipeline.Routing.Capacity;

/// <summary>Who may take a conversation from some waiting time on.</summary>
// Plain setters: the source-generated reader gives an absent init-only property its type's default, not this one.
public sealed record Widening
{
    /// <summary>The waiting time, in minutes.</summary>
    public double AfterMinutes { get; set; }

    /// <summary>How many levels above the need advisors may be: whoever can do more is kept for what needs more.</summary>
    public int LevelsAbove { get; set; } = 2;

    /// <summary>How many levels below the need; what needs level 3 is never given to less.</summary>
    public int LevelsBelow { get; set; }

    /// <summary>Whether skills that stand in for the one needed will do.</summary>
    public bool Neighbours { get; set; }

    /// <summary>
    /// How much of a capacity a conversation that has waited so long is counted for at most, in slots; null for what it weighs. Who has waited long for two
    /// places at once is let in on one, at the price of an advisor who is busier for a while.
    /// </summary>
    public double? EffortAtMost { get; set; }

    /// <summary>The pool of a need.</summary>
    /// <param name="need">The need.</param>
    /// <param name="neighbours">The skills that may stand in for it.</param>
    public AdvisorPool PoolFor(RoutingNeed need, IReadOnlyList<string> neighbours) => new(
        Neighbours && neighbours.Count > 0 ? [need.Skill, .. neighbours] : [need.Skill],
        need.Level >= LevelBand.Highest ? need.Level : Math.Max(1, need.Level - LevelsBelow),
        need.Level + LevelsAbove);
}
