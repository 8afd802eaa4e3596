using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Quality.Indicators;

namespace Pipeline.Quality.Reports;

/// <summary>Makes the report of irritants from the roll-ups of the reasons: those of the period, and of the weeks before it for what is usual.</summary>
public sealed class IrritantReporter(RollUps rollUps, JourneyMap map, IOptions<IndicatorOptions> options)
{
    /// <summary>The most days of one report: a quarter.</summary>
    public const int MostDays = 92;

    private const int DaysPerWeek = 7;

    /// <summary>The report.</summary>
    public async Task<IrritantReport> ReportAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var reading = await rollUps.ReadAsync(
            new(period.Brand), Dimension.Reason, period.From.AddDays(-BurstDetector.BaselineDays), period.To, cancellationToken);
        var inPeriod = reading with { Days = [.. reading.Days.Where(day => day.Day >= period.From)] };
        var reasons = inPeriod.Sum();
        var all = new Figures();
        foreach (var figures in reasons.Values)
        {
            all.Add(figures);
        }

        var isSmall = SmallGroups.IsSmall(all, options.Value);
        var withheld = SmallGroups.Withheld(reasons, options.Value);
        return new()
        {
            French = CustomerSentence.French(all, isSmall),
            English = CustomerSentence.English(all, isSmall),
            From = period.From,
            To = period.To,
            Brand = period.Brand,
            Irritants =
            [
                .. reasons.OrderByDescending(reason => withheld.Contains(reason.Key) ? -1 : reason.Value.Turned).ThenBy(reason => reason.Key, StringComparer.Ordinal)
                    .Select(reason => Of(period, reason.Key, reason.Value, isSmall || withheld.Contains(reason.Key), inPeriod)),
            ],
            Bursts = Bursts(period, reading),
            Unmapped = Estimate.OfShare(
                reasons.Where(reason => PhaseOf(reason.Key) == ConversationMeasures.UnmappedPhase).Sum(reason => reason.Value.Conversations),
                all.Conversations),
            RowsRead = reading.RowsRead,
            DaysMade = reading.DaysMade,
        };
    }

    private Irritant Of(ReportPeriod period, string reason, Figures figures, bool withheld, RollUpReading reading) => withheld
        ? new() { Reason = reason, Phase = PhaseOf(reason), Withheld = true }
        : new()
        {
            Reason = reason,
            Phase = PhaseOf(reason),
            Withheld = false,
            Conversations = figures.Conversations,
            Turned = figures.Turned,
            Unresolved = Estimate.OfShare(figures.Outcomes.GetValueOrDefault(nameof(ConversationOutcome.Unresolved)), figures.Conversations),
            Repaired = Estimate.OfShare(figures.Repaired, figures.Turned),
            Weeks = Weeks(reason, reading),
            ConversationsAt = TranscriptLinks.Of(period, Dimension.Reason, reason, map),
        };

    private static IReadOnlyList<IrritantWeek> Weeks(string reason, RollUpReading reading) =>
    [
        .. reading.Days.GroupBy(day => Monday(day.Day)).OrderBy(week => week.Key).Select(week => new IrritantWeek(
            week.Key,
            week.Sum(day => day.Groups.GetValueOrDefault(reason)?.Conversations ?? 0),
            week.Sum(day => day.Groups.GetValueOrDefault(reason)?.Turned ?? 0))),
    ];

    /// <summary>The Monday of a day's week.</summary>
    internal static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + DaysPerWeek - 1) % DaysPerWeek));

    private List<IrritantBurst> Bursts(ReportPeriod period, RollUpReading reading)
    {
        if (reading.Days.Count == 0)
        {
            return [];
        }

        var first = reading.Days[0].Day;
        var hours = (period.To.DayNumber - first.DayNumber + 1) * 24;
        var fromHour = Math.Max(0, (period.From.DayNumber - first.DayNumber) * 24);
        var bursts = new List<IrritantBurst>();
        foreach (var reason in reading.Days.SelectMany(day => day.Groups.Keys).Distinct(StringComparer.Ordinal).Where(reason => reason != Dimensions.None))
        {
            var counts = new int[hours];
            foreach (var (day, groups) in reading.Days)
            {
                groups.GetValueOrDefault(reason)?.Hours.CopyTo(counts, (day.DayNumber - first.DayNumber) * 24);
            }

            bursts.AddRange(BurstDetector.Find(counts, first, fromHour).Select(burst => Of(period, reason, first, burst)));
        }

        return [.. bursts.OrderByDescending(burst => burst.From).ThenBy(burst => burst.Reason, StringComparer.Ordinal)];
    }

    private IrritantBurst Of(ReportPeriod period, string reason, DateOnly first, Burst burst)
    {
        var start = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero);
        var (from, to) = (start.AddHours(burst.FromHour), start.AddHours(burst.ToHour + 1));
        var days = period with
        {
            From = DateOnly.FromDateTime(from.AddHours(1 - burst.WindowHours).UtcDateTime),
            To = DateOnly.FromDateTime(to.AddTicks(-1).UtcDateTime),
        };
        return new(reason, PhaseOf(reason), from, to, burst.Count, burst.Expected, burst.WindowHours, TranscriptLinks.Of(days, Dimension.Reason, reason, map));
    }

    private string PhaseOf(string reason) => map.PhaseOf(reason == Dimensions.None ? null : reason);
}
