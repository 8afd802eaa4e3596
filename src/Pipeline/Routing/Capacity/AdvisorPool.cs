namespace Pipeline.Routing.Capacity;

/// <summary>
/// Who may take a conversation, by skill and level: more the longer it has waited (<see cref="Widening"/>). What is first is taken first.
/// </summary>
/// <param name="Skills">The skill it needs, then those that may stand in.</param>
/// <param name="LeastLevel">The least level of the skill, 1 to 3.</param>
/// <param name="MostLevel">The most: whoever can do more is kept for what needs more.</param>
public sealed record AdvisorPool(IReadOnlyList<string> Skills, int LeastLevel, int MostLevel)
{
    /// <summary>The pool of a need alone: its skill, at its level or any above.</summary>
    public static AdvisorPool Of(RoutingNeed need) => new([need.Skill], need.Level, int.MaxValue);
}
