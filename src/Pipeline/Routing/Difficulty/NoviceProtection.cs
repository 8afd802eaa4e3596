using Pipeline.Messages;

namespace Pipeline.Routing.Difficulty;

/// <summary>Who learns the work is not given what only experts can hold.</summary>
public static class NoviceProtection
{
    /// <summary>The level from which cases are kept from novices.</summary>
    public const int FromLevel = 3;

    /// <summary>Whether an advisor may be given a case of this level.</summary>
    /// <param name="experience">How experienced they are; null when not said.</param>
    /// <param name="level">The level that the case needs.</param>
    public static bool Allows(AdvisorLevel? experience, int level) => experience != AdvisorLevel.Novice || level < FromLevel;
}
