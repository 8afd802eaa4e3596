using Pipeline.Routing;
using Pipeline.Routing.Capacity;

namespace Pipeline.Web.Answers;

/// <summary>An advisor, and what they hold.</summary>
public sealed record AdvisorAnswer
{
    /// <summary>Who they are and what they can do.</summary>
    public required AdvisorSeed Profile { get; init; }

    /// <summary>The state of the profile, for If-Match: what they hold is not part of it.</summary>
    public required string ETag { get; init; }

    /// <summary>What they or their desk last said of where they are.</summary>
    public required AdvisorPresence Presence { get; init; }

    /// <summary>Whether they take new conversations now, by presence, heartbeat and schedule.</summary>
    public required bool Takes { get; init; }

    /// <summary>How much of their capacity is taken, in slots.</summary>
    public required double Load { get; init; }

    /// <summary>The conversations they hold.</summary>
    public required IReadOnlyList<AdvisorClaim> Claims { get; init; }
}

/// <summary>All advisors.</summary>
/// <param name="Advisors">By id.</param>
public sealed record AdvisorsAnswer(IReadOnlyList<AdvisorAnswer> Advisors);
