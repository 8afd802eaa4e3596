using System.Globalization;
using Microsoft.Extensions.Options;
using Pipeline.Quality.Indicators;

namespace Pipeline.Quality.Reports;

/// <summary>
/// Compares each phase, brand and language with all others together: the wait, the length, the mood at the end and who is left without an answer. Many
/// comparisons are made, so bounds are those of 99.9 %; and what is sure but slight is no gap.
/// </summary>
public sealed class ConsistencyReporter(RollUps rollUps, JourneyMap map, IOptions<IndicatorOptions> options)
{
    /// <summary>A wait or a length that differs by less than this share is slight.</summary>
    public const double LeastRelative = 0.2;

    /// <summary>A mood or a share that differs by less is slight.</summary>
    public const double LeastAbsolute = 0.05;

    /// <summary>The 99.95th percentile of the normal distribution over the 97.5th.</summary>
    private const double Widening = 3.2905 / Estimate.Z;

    private const double LongWaitSeconds = 600;

    private static readonly Dimension[] Compared = [Dimension.Phase, Dimension.Brand, Dimension.Language];

    /// <summary>The report.</summary>
    public async Task<ConsistencyReport> ReportAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var gaps = new List<ConsistencyGap>();
        var groups = new List<ConsistencyGroup>();
        var (read, made) = (0, 0);
        var all = new Figures();
        foreach (var dimension in Compared.Where(dimension => dimension != Dimension.Brand || period.Brand is null))
        {
            var reading = await rollUps.ReadAsync(new(period.Brand), dimension, period.From, period.To, cancellationToken);
            (read, made) = (read + reading.RowsRead, made + reading.DaysMade);
            var sum = reading.Sum();
            var withheld = SmallGroups.Withheld(sum, options.Value);
            groups.AddRange(sum.Select(group => Group(dimension, group.Key, group.Value, withheld.Contains(group.Key))));
            gaps.AddRange(sum.Where(group => !withheld.Contains(group.Key)).SelectMany(group => Gaps(period, dimension, group.Key, sum)));
            all = dimension == Dimension.Phase ? Together(sum.Values) : all;
        }

        var isSmall = SmallGroups.IsSmall(all, options.Value);
        return new()
        {
            French = CustomerSentence.French(all, isSmall),
            English = CustomerSentence.English(all, isSmall),
            From = period.From,
            To = period.To,
            Brand = period.Brand,
            Gaps =
            [
                .. gaps.OrderByDescending(gap => Math.Abs(gap.Relative ?? gap.Difference.Value))
                    .ThenBy(gap => gap.Dimension).ThenBy(gap => gap.Value, StringComparer.Ordinal).ThenBy(gap => gap.Difference.Indicator, StringComparer.Ordinal),
            ],
            Groups = groups,
            RowsRead = read,
            DaysMade = made,
        };
    }

    private IEnumerable<ConsistencyGap> Gaps(ReportPeriod period, Dimension dimension, string value, SortedDictionary<string, Figures> groups)
    {
        var others = Together(groups.Where(group => group.Key != value).Select(group => group.Value));
        if (SmallGroups.IsSmall(others, options.Value))
        {
            yield break;
        }

        var (one, rest) = (IndicatorSets.Of(groups[value], options.Value), IndicatorSets.Of(others, options.Value));
        (Difference? Difference, double? Base)[] differences =
        [
            (Difference.Of("wait", one.Waits.Whole, rest.Waits.Whole, false, Widening), rest.Waits.Whole?.Value),
            (Difference.Of("turns", one.Customer.Turns, rest.Customer.Turns, false, Widening), rest.Customer.Turns?.Value),
            (Difference.Of("feelingAtEnd", one.Feeling.EndValence, rest.Feeling.EndValence, true, Widening), null),
            (Difference.Of("unanswered", one.Customer.Unanswered, rest.Customer.Unanswered, false, Widening), null),
        ];
        foreach (var (difference, otherwise) in differences)
        {
            double? relative = difference is not null && otherwise > 0 ? Math.Round(difference.Value / otherwise.Value, 4) : null;
            if (difference is { IsClear: true } && Math.Abs(relative ?? difference.Value) >= (relative is null ? LeastAbsolute : LeastRelative))
            {
                yield return new(
                    dimension, value, difference, relative, Words(difference, value, french: true), Words(difference, value, french: false),
                    TranscriptLinks.Of(period, dimension, value, map));
            }
        }
    }

    private static string Words(Difference difference, string value, bool french)
    {
        var more = difference.Value > 0;
        return (difference.Indicator, french) switch
        {
            ("wait", true) => $"{value} : on attend {Seconds(difference)} s de {(more ? "plus" : "moins")} qu'ailleurs.",
            ("wait", false) => $"{value}: customers wait {Seconds(difference)} s {(more ? "longer" : "less")} than elsewhere.",
            ("turns", true) => $"{value} : le client doit écrire {(more ? "plus" : "moins")} souvent qu'ailleurs.",
            ("turns", false) => $"{value}: customers have to write {(more ? "more" : "less")} often than elsewhere.",
            ("feelingAtEnd", true) => $"{value} : on repart de {(more ? "meilleure" : "moins bonne")} humeur qu'ailleurs.",
            ("feelingAtEnd", false) => $"{value}: customers leave in a {(more ? "better" : "worse")} mood than elsewhere.",
            (_, true) => $"{value} : on reste {(more ? "plus" : "moins")} souvent sans réponse qu'ailleurs.",
            _ => $"{value}: customers are left without an answer {(more ? "more" : "less")} often than elsewhere.",
        };
    }

    private static string Seconds(Difference difference) => Math.Abs(difference.Value).ToString("0", CultureInfo.InvariantCulture);

    private static ConsistencyGroup Group(Dimension dimension, string value, Figures figures, bool withheld)
    {
        if (withheld)
        {
            return new() { Dimension = dimension, Value = value, Withheld = true };
        }

        var (median, ninth) = (figures.LongestWait.Quantile(0.5), figures.LongestWait.Quantile(0.9));
        return new()
        {
            Dimension = dimension,
            Value = value,
            Withheld = false,
            Conversations = figures.Conversations,
            WaitMedian = median,
            WaitNinth = ninth,
            WaitSpread = median > 0 ? Math.Round(ninth!.Value / median.Value, 2) : null,
            WaitedLong = Estimate.OfShare(
                figures.LongestWait.Buckets.Where(bucket => bucket.Key > LogHistogram.BucketOf(LongWaitSeconds)).Sum(bucket => bucket.Value),
                figures.Conversations),
            Turns = figures.Turns.Estimate,
            FeelingAtEnd = figures.EndValence.Estimate,
            Unanswered = Estimate.OfShare(figures.Conversations - figures.Answered(), figures.Conversations),
        };
    }

    private static Figures Together(IEnumerable<Figures> groups)
    {
        var all = new Figures();
        foreach (var figures in groups)
        {
            all.Add(figures);
        }

        return all;
    }
}
