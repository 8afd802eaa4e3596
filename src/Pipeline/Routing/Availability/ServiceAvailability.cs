using Pipeline.Messages;

namespace Pipeline.Routing.Availability;

/// <summary>Whether somebody can answer a visitor of a page now.</summary>
public sealed record ServiceAvailability
{
    /// <summary>The skill that would answer.</summary>
    public required string Skill { get; init; }

    /// <summary>Whether the service is open.</summary>
    public required bool Open { get; init; }

    /// <summary>Whether to show the window: it is open and somebody who can answer is present.</summary>
    public required bool Show { get; init; }

    /// <summary>After how many seconds on the page to propose the window; null not to: nobody has a place free.</summary>
    public int? ProposeAfterSeconds { get; init; }

    /// <summary>How long a visitor would wait, in seconds: 0 when somebody has a place free; null when nobody would answer.</summary>
    public int? WaitSeconds { get; init; }

    /// <summary>What to tell while it is closed; null while it is open.</summary>
    public OutOfHours? OutOfHours { get; init; }
}
