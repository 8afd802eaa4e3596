using Pipeline.Quality.Indicators;

namespace Pipeline.Quality.Reports;

/// <summary>The indicators of a group, by the definitions of docs/indicators.md. What nothing was measured of is null.</summary>
public sealed record IndicatorSet
{
    /// <summary>How it ended for customers, and what it cost them: first, because it is what the work is for.</summary>
    public required CustomerView Customer { get; init; }

    /// <summary>How long they waited.</summary>
    public required WaitView Waits { get; init; }

    /// <summary>The handling time, never without the quality beside it.</summary>
    public HandlingView? Handling { get; init; }

    /// <summary>How they felt.</summary>
    public required FeelingView Feeling { get; init; }

    /// <summary>How complaints were treated, whatever came of them, points of 100.</summary>
    public Estimate? ComplaintTreatment { get; init; }

    /// <summary>What became of suggestions.</summary>
    public required SuggestionView Suggestions { get; init; }

    /// <summary>The ratings.</summary>
    public required SatisfactionView Satisfaction { get; init; }

    /// <summary>The share of conversations that were raised.</summary>
    public Estimate? Escalated { get; init; }

    /// <summary>The share of conversations that went from one advisor to another.</summary>
    public Estimate? Transferred { get; init; }

    /// <summary>The share of conversations that were hard.</summary>
    public Estimate? Hard { get; init; }

    /// <summary>The work units: conversations weighted by their channel.</summary>
    public required double WorkUnits { get; init; }
}

/// <summary>How conversations ended for customers, and what they cost them.</summary>
public sealed record CustomerView
{
    /// <summary>The share in which the need was met.</summary>
    public Estimate? Resolved { get; init; }

    /// <summary>The share in which it was not, though an advisor answered.</summary>
    public Estimate? Unresolved { get; init; }

    /// <summary>The share that no advisor answered.</summary>
    public Estimate? Unanswered { get; init; }

    /// <summary>The share of which nothing tells.</summary>
    public Estimate? Unknown { get; init; }

    /// <summary>The share of answered contacts after which the customer did not come back on the same reason. It is final when the days of the setting are over.</summary>
    public Estimate? FirstContactResolution { get; init; }

    /// <summary>The effort, points a conversation; lower is easier.</summary>
    public Estimate? Effort { get; init; }

    /// <summary>The customer's turns.</summary>
    public Estimate? Turns { get; init; }

    /// <summary>The share that ended with meant thanks.</summary>
    public Estimate? Thanked { get; init; }

    /// <summary>The share that a bot alone answered.</summary>
    public Estimate? SelfService { get; init; }
}

/// <summary>How long customers waited, seconds.</summary>
public sealed record WaitView
{
    /// <summary>The first response that half of the conversations had by then.</summary>
    public double? FirstResponseMedian { get; init; }

    /// <summary>The first response that nine of ten had by then.</summary>
    public double? FirstResponseNinth { get; init; }

    /// <summary>The median of the longest wait of each conversation.</summary>
    public double? LongestMedian { get; init; }

    /// <summary>The longest wait that nine of ten stayed under.</summary>
    public double? LongestNinth { get; init; }

    /// <summary>All waits of a conversation together.</summary>
    public Estimate? Whole { get; init; }
}

/// <summary>
/// The handling time of a group, minutes. It has no lower-is-better: what counts is the distance from the band, and it cannot be made without the quality
/// of the same conversations.
/// </summary>
/// <param name="Minutes">The mean.</param>
/// <param name="MedianMinutes">The median.</param>
/// <param name="NinthMinutes">What nine of ten stay under.</param>
/// <param name="Band">below, within or above the band.</param>
/// <param name="MinutesOutsideBand">How far outside; 0 within.</param>
/// <param name="PhoneMinutes">The mean of phone calls, by the settings.</param>
/// <param name="ExpectedMinutes">What a chat is expected to take by that.</param>
/// <param name="Quality">The quality of the same conversations.</param>
public sealed record HandlingView(
    Estimate Minutes, double MedianMinutes, double NinthMinutes, string Band, double MinutesOutsideBand, double PhoneMinutes, double ExpectedMinutes,
    QualityTwin Quality);

/// <summary>What is always shown beside the handling time.</summary>
/// <param name="Resolved">The share in which the need was met.</param>
/// <param name="FeelingRise">By how much the customer's valence rose, -2 to 2; null when nothing was scored.</param>
/// <param name="Rating">The mean rating; null when nobody rated.</param>
public sealed record QualityTwin(Estimate Resolved, Estimate? FeelingRise, Estimate? Rating);

/// <summary>How customers felt.</summary>
public sealed record FeelingView
{
    /// <summary>The share of each first emotion.</summary>
    public required IReadOnlyDictionary<string, double> Start { get; init; }

    /// <summary>The share of each emotion at the lowest point.</summary>
    public required IReadOnlyDictionary<string, double> Worst { get; init; }

    /// <summary>The share of each last emotion.</summary>
    public required IReadOnlyDictionary<string, double> End { get; init; }

    /// <summary>The valence at the start, -1 to 1.</summary>
    public Estimate? StartValence { get; init; }

    /// <summary>The valence at the end, -1 to 1.</summary>
    public Estimate? EndValence { get; init; }

    /// <summary>By how much it rose, -2 to 2.</summary>
    public Estimate? Rise { get; init; }

    /// <summary>The share of moods that turned and were lifted again for good.</summary>
    public Estimate? Repaired { get; init; }
}

/// <summary>What became of suggestions.</summary>
/// <param name="Accepted">The share of answers that are a suggestion, where suggestions were shown.</param>
/// <param name="AcceptedHeldOut">The share of answers that would have been one, where they were held out: what advisors write anyhow.</param>
public sealed record SuggestionView(Estimate? Accepted, Estimate? AcceptedHeldOut);

/// <summary>The ratings.</summary>
/// <param name="Rating">The mean, 1 to 5.</param>
/// <param name="PhoneRating">The mean of phone calls, by the settings; null when not known.</param>
/// <param name="AgainstPhone">above, equal (the interval holds the phone's) or below; null when there is nothing to compare.</param>
public sealed record SatisfactionView(Estimate? Rating, double? PhoneRating, string? AgainstPhone);
