namespace Pipeline.Training.BackTesting;

/// <summary>What of a decision changed.</summary>
internal enum DecisionPart
{
    /// <summary>Whether it is hard.</summary>
    Hard,

    /// <summary>The least level.</summary>
    Level,

    /// <summary>The skill.</summary>
    Skill,

    /// <summary>Whether it is urgent.</summary>
    Urgent,

    /// <summary>Whether a person is wanted.</summary>
    WantsPerson,

    /// <summary>How soon it is to be answered.</summary>
    Priority,
}

/// <summary>A change of a decision.</summary>
/// <param name="Part">What changed.</param>
/// <param name="Kind">From what to what, in words.</param>
/// <param name="Causes">
/// Why: <c>+ rule</c> holds only by the new rules, <c>- rule</c> only by the old ones, <c>rule 1 → 2</c> weighs otherwise; else the setting.
/// </param>
internal sealed record DecisionChange(DecisionPart Part, string Kind, IReadOnlyList<string> Causes);
