using Microsoft.Extensions.Options;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>A day's conversations as they stand.</summary>
/// <param name="Contributions">The conversations.</param>
/// <param name="Followed">The keys of those whose customers came back.</param>
/// <param name="RowsRead">How many rows were read.</param>
internal sealed record DayConversations(IReadOnlyList<Contribution> Contributions, IReadOnlySet<string> Followed, int RowsRead)
{
    /// <summary>Whether the customer came back; null when that cannot be told: the customer or the reason is not known, or nobody answered.</summary>
    public bool? IsFollowed(Contribution contribution) => contribution.IsForgotten
        ? contribution.FollowedWhenForgotten
        : contribution is { Customer: not null, Reason: not null, Measures.Outcome: not ConversationOutcome.Unanswered }
            ? Followed.Contains(contribution.Key)
            : null;
}

/// <summary>Reads the conversations of a day, and makes its roll-up.</summary>
internal sealed class DayRows(ITables tables, IOptions<IndicatorOptions> options)
{
    private readonly CustomerContacts _contacts = new(tables);

    /// <summary>The conversations of a day.</summary>
    public async Task<DayConversations> ReadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var buckets = await Task.WhenAll(IndicatorRows.AllBuckets.Select(bucket => RowsAsync(day, bucket, cancellationToken)));
        TableRow[] rows = [.. buckets.SelectMany(bucket => bucket)];
        Contribution[] contributions =
        [
            .. rows.Where(row => row.RowKey.StartsWith(IndicatorRows.ContributionPrefix, StringComparison.Ordinal)
                || row.RowKey.StartsWith(IndicatorRows.ForgottenPrefix, StringComparison.Ordinal)).Select(ContributionRow.Read),
        ];
        var byKey = contributions.Where(contribution => !contribution.IsForgotten).ToDictionary(contribution => contribution.Key, StringComparer.Ordinal);
        var followed = new HashSet<string>(StringComparer.Ordinal);
        var read = rows.Length;
        foreach (var note in rows.Where(row => row.RowKey.StartsWith(IndicatorRows.ReturnPrefix, StringComparison.Ordinal)))
        {
            if (byKey.GetValueOrDefault(note.Text("Key")!) is { Customer: { } customer } contribution)
            {
                var contacts = await _contacts.OfAsync(customer, cancellationToken);
                read += contacts.Count;
                if (IsFollowed(contribution, contacts, note))
                {
                    followed.Add(contribution.Key);
                }
            }
        }

        return new(contributions, followed, read);
    }

    // A contact that was forgotten has left word that it followed.
    private bool IsFollowed(Contribution contribution, IReadOnlyList<CustomerContact> contacts, TableRow note)
    {
        var own = CustomerContact.Of(contribution);
        return note.Properties.ContainsKey(IndicatorRows.Certain)
            || contacts.Any(contact => own.IsFollowedBy(contact, options.Value.RepeatWithinDays));
    }

    private async Task<List<TableRow>> RowsAsync(DateOnly day, int bucket, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>();
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Indicators, new TableQuery(IndicatorRows.DayPartition(day, bucket)), cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }
}
