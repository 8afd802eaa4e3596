namespace Pipeline.Messages;

/// <summary>A reason of a routing decision, in both languages.</summary>
/// <param name="Rule">The rule that gave it.</param>
/// <param name="Weight">What it added to the difficulty.</param>
/// <param name="French">The reason in French.</param>
/// <param name="English">The reason in English.</param>
public sealed record RoutingReason(string Rule, double Weight, string French, string English);

/// <summary>What a conversation needs, decided from its state by the rules.</summary>
public sealed record RoutingDecision
{
    /// <summary>Whether it needs more than a standard script, whatever its tone.</summary>
    public required bool Hard { get; init; }

    /// <summary>The sum of the weights of the rules that held.</summary>
    public required double Difficulty { get; init; }

    /// <summary>The skill it needs, such as <c>billing</c>.</summary>
    public required string Skill { get; init; }

    /// <summary>The least level of that skill: 1 front line, 2 specialist.</summary>
    public required int Level { get; init; }

    /// <summary>Whether somebody or something is at risk within hours.</summary>
    public required bool Urgent { get; init; }

    /// <summary>Why, heaviest first.</summary>
    public required IReadOnlyList<RoutingReason> Reasons { get; init; }

    /// <summary>The version of the rules that decided.</summary>
    public required string RulesVersion { get; init; }
}
