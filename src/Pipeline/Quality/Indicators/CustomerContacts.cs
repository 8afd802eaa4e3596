using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>A contact of a customer.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Brand">The brand.</param>
/// <param name="Reason">What it was about; null when nothing told.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="ClosedAt">When it was closed.</param>
internal sealed record CustomerContact(string Key, string Brand, string? Reason, DateTimeOffset StartedAt, DateTimeOffset ClosedAt)
{
    /// <summary>The day it counts for.</summary>
    public DateOnly Day => DateOnly.FromDateTime(StartedAt.UtcDateTime);

    /// <summary>Whether a contact is a repetition of this: later, on the same reason with the same brand, within some days of its close.</summary>
    public bool IsFollowedBy(CustomerContact later, int withinDays) =>
        later.Key != Key && Reason is not null && later.Reason == Reason && later.Brand == Brand
        && later.StartedAt > StartedAt && later.StartedAt <= ClosedAt.AddDays(withinDays);

    public static CustomerContact Of(Contribution contribution) =>
        new(contribution.Key, contribution.Brand, contribution.Reason, contribution.StartedAt, contribution.ClosedAt);
}

/// <summary>The contacts of customers, each customer a partition under their keyed hash.</summary>
internal sealed class CustomerContacts(ITables tables)
{
    public static TableRow Row(CustomerContact contact, IndicatorPlace place)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Key"] = contact.Key,
            ["Brand"] = contact.Brand,
            ["StartedAt"] = contact.StartedAt,
            ["ClosedAt"] = contact.ClosedAt,
        };
        if (contact.Reason is not null)
        {
            properties["Reason"] = contact.Reason;
        }

        return new(place.PartitionKey, place.RowKey, properties);
    }

    /// <summary>The contacts of a customer, oldest first.</summary>
    public async Task<IReadOnlyList<CustomerContact>> OfAsync(string customer, CancellationToken cancellationToken)
    {
        var contacts = new List<CustomerContact>();
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Indicators, new TableQuery(IndicatorRows.CustomerPartition(customer)), cancellationToken))
        {
            contacts.Add(new(
                row.Text("Key")!, row.Text("Brand")!, row.Text("Reason"),
                (DateTimeOffset)row.Properties["StartedAt"], (DateTimeOffset)row.Properties["ClosedAt"]));
        }

        return contacts;
    }
}
