using Pipeline.Messages;

namespace Pipeline.Routing.Difficulty;

/// <summary>
/// Who learns the work is not left alone with what only experts can hold: such a case they are given only while the mentor who is named in their
/// profile is at work.
/// </summary>
public static class NoviceProtection
{
    /// <summary>The level from which cases are kept from novices without a mentor.</summary>
    public const int FromLevel = 3;

    /// <summary>Whether an advisor may be given a case of this level.</summary>
    /// <param name="experience">How experienced they are; null when not said.</param>
    /// <param name="level">The level that the case needs.</param>
    /// <param name="mentored">Whether a mentor is named and present (<see cref="IsMentored"/>).</param>
    public static bool Allows(AdvisorLevel? experience, int level, bool mentored = false) =>
        experience != AdvisorLevel.Novice || level < FromLevel || mentored;

    /// <summary>Whether the mentor of an advisor is at work; one who is a novice mentors nobody. Room they need not have: helping takes no place.</summary>
    /// <param name="advisor">The advisor.</param>
    /// <param name="advisors">All advisors.</param>
    /// <param name="at">The moment.</param>
    /// <param name="heartbeatPatience">How long a heartbeat may fail to come.</param>
    public static bool IsMentored(Advisor advisor, IReadOnlyList<Advisor> advisors, DateTimeOffset at, TimeSpan heartbeatPatience)
    {
        for (var index = 0; advisor.Profile.Mentor is { } mentor && index < advisors.Count; index++)
        {
            if (advisors[index].Profile.Id == mentor)
            {
                return mentor != advisor.Profile.Id && advisors[index].Profile.Level != AdvisorLevel.Novice
                    && advisors[index].Presence.At(at, heartbeatPatience) == Capacity.PresenceState.Present;
            }
        }

        return false;
    }
}
