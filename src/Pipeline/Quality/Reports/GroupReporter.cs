using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Quality.Indicators;

namespace Pipeline.Quality.Reports;

/// <summary>Makes reports of periods from the roll-ups of their days.</summary>
public sealed class GroupReporter(RollUps rollUps, JourneyMap map, IOptions<IndicatorOptions> options)
{
    /// <summary>The report.</summary>
    public async Task<GroupReport> ReportAsync(GroupReportQuery query, CancellationToken cancellationToken)
    {
        var period = query.Period;
        var whole = await ReadAsync(period, Dimension.All, cancellationToken);
        var grouped = query.Group == Dimension.All ? whole : await ReadAsync(period, query.Group, cancellationToken);
        var phases = query.Group == Dimension.Phase ? grouped : await ReadAsync(period, Dimension.Phase, cancellationToken);
        var before = query.WithBefore ? await ReadAsync(period.Before, query.Group, cancellationToken) : null;

        var all = whole.Sum().GetValueOrDefault("all") ?? new();
        var groups = grouped.Sum();
        var compared = Compared(query, groups, before?.Sum());
        var isSmall = SmallGroups.IsSmall(all, options.Value);
        var withheld = isSmall ? groups.Keys.ToHashSet(StringComparer.Ordinal) : SmallGroups.Withheld(groups, options.Value);
        return new()
        {
            French = CustomerSentence.French(all, isSmall),
            English = CustomerSentence.English(all, isSmall),
            From = period.From,
            To = period.To,
            Brand = period.Brand,
            Group = query.Group,
            All = Group(period, Dimension.All, "all", all, isSmall, null),
            Groups =
            [
                .. groups.OrderByDescending(group => withheld.Contains(group.Key) ? -1 : group.Value.Conversations).ThenBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => Group(period, query.Group, group.Key, group.Value, withheld.Contains(group.Key), compared(group.Key))),
            ],
            ChannelMix = IndicatorSets.Shares(all.Channels),
            UnusedChannels = [.. options.Value.Channels.Except(all.Channels.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Unmapped = Estimate.OfShare(phases.Sum().GetValueOrDefault(ConversationMeasures.UnmappedPhase)?.Conversations ?? 0, all.Conversations),
            Staffing = isSmall ? null : StaffingEstimate.Of(all, period.Days, options.Value),
            RowsRead = new[] { whole, grouped, phases, before }.OfType<RollUpReading>().Distinct().Sum(reading => reading.RowsRead),
            DaysMade = new[] { whole, grouped, phases, before }.OfType<RollUpReading>().Distinct().Sum(reading => reading.DaysMade),
        };
    }

    private Task<RollUpReading> ReadAsync(ReportPeriod period, Dimension dimension, CancellationToken cancellationToken) =>
        rollUps.ReadAsync(new(period.Brand), dimension, period.From, period.To, cancellationToken);

    // What a group is compared with: itself before, or the group that was named.
    private Func<string, Figures?> Compared(
        GroupReportQuery query, SortedDictionary<string, Figures> groups, SortedDictionary<string, Figures>? before)
    {
        var against = query.Against is { } named ? groups.GetValueOrDefault(named) : null;
        return value => Large(before is not null ? before.GetValueOrDefault(value) : value == query.Against ? null : against);
    }

    private Figures? Large(Figures? figures) => figures is null || SmallGroups.IsSmall(figures, options.Value) ? null : figures;

    private ReportGroup Group(ReportPeriod period, Dimension dimension, string value, Figures figures, bool withheld, Figures? compared)
    {
        if (withheld)
        {
            return new() { Value = value, Withheld = true };
        }

        var indicators = IndicatorSets.Of(figures, options.Value);
        return new()
        {
            Value = value,
            Withheld = false,
            Conversations = figures.Conversations,
            ConversationsAt = TranscriptLinks.Of(period, dimension, value, map),
            Indicators = indicators,
            Differences = compared is null ? null : Difference.Between(indicators, IndicatorSets.Of(compared, options.Value)),
        };
    }
}
