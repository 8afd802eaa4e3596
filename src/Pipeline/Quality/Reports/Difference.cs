using Pipeline.Quality.Indicators;

namespace Pipeline.Quality.Reports;

/// <summary>By how much a figure is greater than another, with bounds of 95 %.</summary>
/// <param name="Indicator">Which figure, such as resolved.</param>
/// <param name="Value">The difference.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
/// <param name="IsClear">Whether the bounds leave no doubt about its sign.</param>
/// <param name="IsBetter">Whether it is better for customers; null when it is not clear, or neither.</param>
public sealed record Difference(string Indicator, double Value, double Low, double High, bool IsClear, bool? IsBetter)
{
    /// <summary>The difference of two figures whose bounds are independent; null when one is missing.</summary>
    /// <param name="indicator">Which figure.</param>
    /// <param name="one">The figure.</param>
    /// <param name="other">What it is compared with.</param>
    /// <param name="higherIsBetter">Whether more is better.</param>
    /// <param name="widening">By how much the bounds are wider than those of 95 %.</param>
    public static Difference? Of(string indicator, Estimate? one, Estimate? other, bool higherIsBetter, double widening = 1)
    {
        if (one is null || other is null)
        {
            return null;
        }

        // The bounds of a difference from those of its parts (R. G. Newcombe, 1998): right for shares, and for means the usual ones.
        var value = one.Value - other.Value;
        var low = value - (widening * Math.Sqrt(Square(one.Value - one.Low) + Square(other.High - other.Value)));
        var high = value + (widening * Math.Sqrt(Square(one.High - one.Value) + Square(other.Value - other.Low)));
        var clear = low > 0 || high < 0;
        return new(indicator, Math.Round(value, 4), Math.Round(low, 4), Math.Round(high, 4), clear, clear ? value > 0 == higherIsBetter : null);
    }

    /// <summary>The differences that are told of two groups. The handling time is not among them: it has a band, and no better.</summary>
    public static IReadOnlyList<Difference> Between(IndicatorSet one, IndicatorSet other) =>
    [
        .. new[]
        {
            Of("resolved", one.Customer.Resolved, other.Customer.Resolved, true),
            Of("unanswered", one.Customer.Unanswered, other.Customer.Unanswered, false),
            Of("firstContactResolution", one.Customer.FirstContactResolution, other.Customer.FirstContactResolution, true),
            Of("effort", one.Customer.Effort, other.Customer.Effort, false),
            Of("wait", one.Waits.Whole, other.Waits.Whole, false),
            Of("feelingRise", one.Feeling.Rise, other.Feeling.Rise, true),
            Of("feelingAtEnd", one.Feeling.EndValence, other.Feeling.EndValence, true),
            Of("repaired", one.Feeling.Repaired, other.Feeling.Repaired, true),
            Of("complaintTreatment", one.ComplaintTreatment, other.ComplaintTreatment, true),
            Of("rating", one.Satisfaction.Rating, other.Satisfaction.Rating, true),
            Of("escalated", one.Escalated, other.Escalated, false),
            Of("transferred", one.Transferred, other.Transferred, false),
        }.OfType<Difference>(),
    ];

    private static double Square(double value) => value * value;
}
