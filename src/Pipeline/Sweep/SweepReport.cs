namespace Pipeline.Sweep;

/// <summary>What one sweep of an account came to.</summary>
public sealed record SweepReport
{
    /// <summary>The platform.</summary>
    public required string Platform { get; init; }

    /// <summary>The account.</summary>
    public required string Account { get; init; }

    /// <summary>What was looked at happened from this time on.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>What was looked at happened up to this time; what is younger may be on its way still.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>How many happenings the platform holds there.</summary>
    public int Compared { get; init; }

    /// <summary>How many of them were missing and had not been found missing before.</summary>
    public int Found { get; init; }

    /// <summary>How many were sent on the path by this sweep: those found, and found ones that are still missing.</summary>
    public int Sent { get; init; }

    /// <summary>How many that were sent by this sweep or one before turned out to be in the transcripts now.</summary>
    public int Saved { get; init; }

    /// <summary>How many the platform holds in a form that its webhooks could not have.</summary>
    public int Unreadable { get; init; }

    /// <summary>Why the sweep did not come to its end; null when it did.</summary>
    public string? Error { get; init; }
}
