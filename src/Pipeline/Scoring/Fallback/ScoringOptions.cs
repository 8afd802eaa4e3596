namespace Pipeline.Scoring.Fallback;

/// <summary>How an analysing service is asked, from the configuration section <c>Scoring</c>. The local analyser needs none of it.</summary>
public sealed class ScoringOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Scoring";

    /// <summary>How long one message may wait for the service, waiting for a free call included. Two seconds: advisors see it live.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How many calls may run at once, 1 or more: beyond it messages wait, within their patience.</summary>
    public int MaxConcurrentCalls { get; set; } = 16;

    /// <summary>After so many failures in a row, 1 or more, the service is not asked for a while.</summary>
    public int FailuresUntilRest { get; set; } = 5;

    /// <summary>How long it is not asked then, unless it says how long itself. After that one call tries it.</summary>
    public TimeSpan Rest { get; set; } = TimeSpan.FromSeconds(30);
}
