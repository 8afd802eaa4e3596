using Microsoft.Extensions.Options;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>The groups of some days in one dimension.</summary>
/// <param name="Days">The groups of each day that has any, oldest first.</param>
/// <param name="RowsRead">How many rows of the tables were read for it.</param>
/// <param name="DaysMade">How many days had changed and were made anew.</param>
public sealed record RollUpReading(IReadOnlyList<(DateOnly Day, SortedDictionary<string, Figures> Groups)> Days, int RowsRead, int DaysMade)
{
    /// <summary>The groups of all days together.</summary>
    public SortedDictionary<string, Figures> Sum()
    {
        var sum = new SortedDictionary<string, Figures>(StringComparer.Ordinal);
        foreach (var (value, figures) in Days.SelectMany(day => day.Groups))
        {
            if (!sum.TryGetValue(value, out var group))
            {
                sum[value] = group = new();
            }

            group.Add(figures);
        }

        return sum;
    }
}

/// <summary>
/// Reads the roll-ups of days: a row a day, whatever the number of conversations. A day whose version is another one than its roll-up was made from is made anew
/// first; the version is read before the conversations, so that a roll-up never claims to know more than it does.
/// </summary>
public sealed class RollUps(ITables tables, IOptions<IndicatorOptions> options)
{
    private readonly DayRows _rows = new(tables, options);

    /// <summary>The groups of days.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="dimension">By what.</param>
    /// <param name="from">The first day (UTC).</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RollUpReading> ReadAsync(
        RollUpScope scope, Dimension dimension, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (versions, marks) = await VersionsAsync(from, to, cancellationToken);
        var stored = new Dictionary<DateOnly, TableRow>();
        var query = new TableQuery(
            IndicatorRows.RollUpPartition(scope), IndicatorRows.RollUpRow(dimension, from), IndicatorRows.RollUpRow(dimension, to.AddDays(1)));
        await foreach (var row in tables.ReadAllAsync(TableNames.Indicators, query, cancellationToken))
        {
            stored[RollUpRow.Day(row)] = row;
        }

        var days = new List<(DateOnly, SortedDictionary<string, Figures>)>();
        var (read, made) = (marks + stored.Count, 0);
        foreach (var (day, version) in versions)
        {
            if (stored.GetValueOrDefault(day) is { } row && RollUpRow.IsOf(row, version))
            {
                days.Add((day, RollUpRow.Read(row)));
            }
            else
            {
                var (rollUp, rows) = await MakeAsync(scope, day, version, cancellationToken);
                days.Add((day, rollUp.Of(scope, dimension)));
                (read, made) = (read + rows, made + 1);
            }
        }

        return new([.. days.Where(day => day.Item2.Count > 0)], read, made);
    }

    /// <summary>The conversations of some days as they stand, for lists: a row each. Those that were erased are in no list.</summary>
    public async Task<(IReadOnlyList<Contribution> Contributions, int RowsRead)> ConversationsAsync(
        DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var all = new List<Contribution>();
        var read = 0;
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            var conversations = await _rows.ReadAsync(day, cancellationToken);
            all.AddRange(conversations.Contributions.Where(one => !one.IsForgotten));
            read += conversations.RowsRead;
        }

        return (all, read);
    }

    private async Task<(SortedDictionary<DateOnly, string> Versions, int Rows)> VersionsAsync(
        DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var marks = await Task.WhenAll(IndicatorRows.AllBuckets.Select(bucket => MarksAsync(bucket, from, to, cancellationToken)));
        var versions = new SortedDictionary<DateOnly, string>();
        foreach (var (bucket, mark) in marks.SelectMany((rows, bucket) => rows.Select(row => (bucket, row))))
        {
            var day = IndicatorRows.ReadDay(mark.RowKey);
            versions[day] = $"{versions.GetValueOrDefault(day)} {bucket}:{mark.ETag}";
        }

        return (versions, marks.Sum(rows => rows.Count));
    }

    private async Task<List<TableRow>> MarksAsync(int bucket, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>();
        var query = new TableQuery(IndicatorRows.MarkPartition(bucket), IndicatorRows.DayText(from), IndicatorRows.DayText(to.AddDays(1)));
        await foreach (var row in tables.ReadAllAsync(TableNames.Indicators, query, cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    private async Task<(DayRollUp RollUp, int RowsRead)> MakeAsync(
        RollUpScope asked, DateOnly day, string version, CancellationToken cancellationToken)
    {
        var conversations = await _rows.ReadAsync(day, cancellationToken);
        var rollUp = DayRollUp.Make(conversations.Contributions, conversations.IsFollowed);

        // The scope that was asked for, too, should it have no conversation left: else its old row would be made anew each time.
        foreach (var scope in rollUp.Scopes.Append(RollUpScope.All).Append(asked).Distinct())
        {
            await tables.ApplyAsync(
                TableNames.Indicators,
                IndicatorRows.RollUpPartition(scope),
                [.. Dimensions.Every.Select(dimension => new TableChange.Upsert(RollUpRow.From(scope, dimension, day, version, rollUp.Of(scope, dimension))))],
                cancellationToken);
        }

        return (rollUp, conversations.RowsRead);
    }
}
