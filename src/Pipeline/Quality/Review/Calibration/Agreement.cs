using System.Globalization;

namespace Pipeline.Quality.Review.Calibration;

/// <summary>How far reviewers agree about one question.</summary>
/// <param name="Units">The conversations that at least two reviewers answered the question for.</param>
/// <param name="PercentAgreement">The share of pairs of reviewers with the same answer, 0 to 100; null without a pair.</param>
/// <param name="Alpha">
/// Krippendorff's alpha: 1 is full agreement, 0 what chance alone would give, below that contradiction. Null where all answers are the same, so that
/// there is nothing to tell apart.
/// </param>
public sealed record Agreement(int Units, double? PercentAgreement, double? Alpha)
{
    /// <summary>Agreement about answers without an order (yes, no, not applicable).</summary>
    /// <param name="units">For each conversation the answers that were given, one a reviewer; who gave none is left out.</param>
    public static Agreement Nominal(IEnumerable<IReadOnlyList<string>> units) => Of(units, static (one, other) => one == other ? 0 : 1);

    /// <summary>Agreement about points of a scale: far apart counts more than near by, by the square of the distance.</summary>
    public static Agreement Interval(IEnumerable<IReadOnlyList<double>> units) => Of(
        units.Select(unit => (IReadOnlyList<string>)[.. unit.Select(value => value.ToString("R", CultureInfo.InvariantCulture))]),
        static (one, other) =>
        {
            var distance = double.Parse(one, CultureInfo.InvariantCulture) - double.Parse(other, CultureInfo.InvariantCulture);
            return distance * distance;
        });

    // K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011: alpha = 1 - (n - 1) * sum(o_ck * d_ck) / sum(n_c * n_k * d_ck), over the
    // coincidences o_ck of values within units of two or more, each pair weighted by 1 / (m_u - 1).
    private static Agreement Of(IEnumerable<IReadOnlyList<string>> units, Func<string, string, double> distance)
    {
        var totals = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var (observed, pairs, same, counted) = (0.0, 0, 0, 0);
        foreach (var unit in units.Where(unit => unit.Count > 1))
        {
            counted++;
            for (var one = 0; one < unit.Count; one++)
            {
                totals[unit[one]] = totals.GetValueOrDefault(unit[one]) + 1;
                for (var other = 0; other < unit.Count; other++)
                {
                    if (one != other)
                    {
                        observed += distance(unit[one], unit[other]) / (unit.Count - 1);
                        (pairs, same) = (pairs + 1, same + (unit[one] == unit[other] ? 1 : 0));
                    }
                }
            }
        }

        var n = totals.Values.Sum();
        var expected = totals.Sum(one => totals.Sum(other => one.Value * other.Value * distance(one.Key, other.Key)));
        return new(
            counted,
            pairs == 0 ? null : Math.Round(100.0 * same / pairs, 1),
            expected == 0 ? null : Math.Round(1 - ((n - 1) * observed / expected), 3));
    }
}
