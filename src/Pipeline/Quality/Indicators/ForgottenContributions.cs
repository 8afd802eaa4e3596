using System.Globalization;
using Microsoft.Extensions.Options;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>Keeps what erased conversations brought to the figures of their groups, so that nothing leads back to them.</summary>
internal sealed class ForgottenContributions(ITables tables, IOptions<IndicatorOptions> options)
{
    private const int MaxTries = 10;

    private readonly CustomerContacts _contacts = new(tables);
    private readonly DayRows _rows = new(tables, options);
    private readonly IndicatorTable _table = new(tables);

    /// <summary>That it followed an earlier contact stays true.</summary>
    public async Task LeaveWordAsync(string key, string customer, CancellationToken cancellationToken)
    {
        var contacts = await _contacts.OfAsync(customer, cancellationToken);
        foreach (var own in contacts.Where(contact => contact.Key == key))
        {
            foreach (var earlier in contacts.Where(contact => contact.IsFollowedBy(own, options.Value.RepeatWithinDays)))
            {
                await _table.WriteReturnAsync(earlier, customer, certain: true, cancellationToken);
            }
        }
    }

    /// <summary>Keeps what it brought to a day under a number. In one batch: a crash leaves either the one or the other.</summary>
    public async Task KeepAsync(IndicatorPlace place, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var day = await _rows.ReadAsync(IndicatorRows.ReadDay(place.PartitionKey.Split('~')[1]), cancellationToken);
            var row = await tables.ReadAsync(TableNames.Indicators, place.PartitionKey, place.RowKey, cancellationToken);
            if (row is null || day.Contributions.FirstOrDefault(one => IndicatorRows.ContributionPrefix + one.Key == place.RowKey) is not { } contribution)
            {
                return;
            }

            var number = await NextNumberAsync(place.PartitionKey, cancellationToken);
            var forgotten = contribution with { IsForgotten = true, Customer = null, FollowedWhenForgotten = day.IsFollowed(contribution) };
            try
            {
                await tables.ApplyAsync(
                    TableNames.Indicators,
                    place.PartitionKey,
                    [
                        new TableChange.Insert(ContributionRow.From(
                            forgotten, place with { RowKey = IndicatorRows.ForgottenPrefix + number.ToString("D8", CultureInfo.InvariantCulture) })),
                        new TableChange.Delete(place.RowKey, row.ETag),
                    ],
                    cancellationToken);
                return;
            }
            catch (TableConflictException)
            {
                // Another one was forgotten at the same moment, or this one changed.
            }
        }

        throw new InvalidOperationException($"The rows of {place.PartitionKey} changed under each of {MaxTries} tries to forget a conversation.");
    }

    private async Task<int> NextNumberAsync(string partition, CancellationToken cancellationToken)
    {
        var last = 0;
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Indicators, TableQuery.Prefix(partition, IndicatorRows.ForgottenPrefix), cancellationToken))
        {
            last = int.Parse(row.RowKey[IndicatorRows.ForgottenPrefix.Length..], CultureInfo.InvariantCulture);
        }

        return last + 1;
    }
}
