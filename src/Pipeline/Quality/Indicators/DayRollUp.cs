namespace Pipeline.Quality.Indicators;

/// <summary>The figures of one day, for each scope and dimension: a pure function of the day's conversations.</summary>
internal sealed class DayRollUp
{
    private readonly Dictionary<(RollUpScope Scope, Dimension Dimension), SortedDictionary<string, Figures>> _cells = [];

    /// <summary>The scopes that have conversations.</summary>
    public IReadOnlyList<RollUpScope> Scopes => [.. _cells.Keys.Select(key => key.Scope).Distinct()];

    /// <summary>The groups of a dimension; none when there was no conversation.</summary>
    public SortedDictionary<string, Figures> Of(RollUpScope scope, Dimension dimension) =>
        _cells.GetValueOrDefault((scope, dimension)) ?? new(StringComparer.Ordinal);

    /// <summary>Makes it.</summary>
    /// <param name="contributions">The day's conversations, in any order.</param>
    /// <param name="followed">Whether the customer of one came back; null when that cannot be told.</param>
    public static DayRollUp Make(IEnumerable<Contribution> contributions, Func<Contribution, bool?> followed)
    {
        // In one order, whatever the buckets gave: sums of squares are not the same in another.
        Contribution[] ordered = [.. contributions.OrderBy(contribution => contribution.Key, StringComparer.Ordinal)];
        var handling = SharedTime.Of([.. ordered.Select(contribution => contribution.Measures.EngagedSpans)]);
        var rollUp = new DayRollUp();
        for (var index = 0; index < ordered.Length; index++)
        {
            rollUp.Add(ordered[index], handling[index], followed(ordered[index]));
        }

        return rollUp;
    }

    private void Add(Contribution contribution, double handling, bool? followed)
    {
        foreach (var scope in (RollUpScope[])[RollUpScope.All, new(contribution.Brand)])
        {
            foreach (var dimension in Dimensions.Every)
            {
                if (!_cells.TryGetValue((scope, dimension), out var groups))
                {
                    _cells[(scope, dimension)] = groups = new(StringComparer.Ordinal);
                }

                var value = Dimensions.ValueOf(contribution, dimension);
                if (!groups.TryGetValue(value, out var figures))
                {
                    groups[value] = figures = new();
                }

                figures.Add(contribution, handling, followed);
            }
        }
    }
}
