using System.Text.Json;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>
/// Keeps what each closed conversation brings to the figures of its day, and marks the day as changed: the next reader, or the timer, makes the day anew from
/// its rows. So figures are never added to or taken from, and repetition, late messages, corrections, reopening and erasure leave exactly what is there.
/// </summary>
public sealed class IndicatorProjection(
    ITables tables, IConversationMeasurer measurer, ICustomerHashes customers, IOptions<IndicatorOptions> options) : IConversationProjection
{
    private const int MaxTries = 10;

    private readonly CustomerContacts _contacts = new(tables);

    /// <inheritdoc/>
    public string Name => "indicators";

    /// <inheritdoc/>
    public async Task ProjectAsync(ConversationRecord record, CancellationToken cancellationToken)
    {
        var contribution = Contribution.Of(record, measurer.Measure(record), customers.Of(record.Transcript.Conversation));
        var place = IndicatorRows.Contribution(contribution.Day, contribution.Key);
        var contact = CustomerContact.Of(contribution);
        IndicatorPlace? contactPlace = contribution.Customer is { } customer
            ? IndicatorRows.Contact(customer, contribution.StartedAt, contribution.Key)
            : null;
        IndicatorPlace[] places = contactPlace is { } own ? [place, own] : [place];
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            // What may stand is noted first, so that a crash leaves nothing behind that nobody knows of.
            var earlier = await NoteAsync(contribution.Key, places, cancellationToken);
            await WriteAsync(ContributionRow.From(contribution, place), cancellationToken);
            if (contactPlace is { } contactRow)
            {
                await WriteAsync(CustomerContacts.Row(contact, contactRow), cancellationToken);
            }

            foreach (var gone in earlier.Except(places))
            {
                await TakeAwayAsync(contribution.Key, gone, cancellationToken);
            }

            await NoteReturnsAsync(contribution.Customer, contact, cancellationToken);
            await MarkAsync(contribution.Day, contribution.Key, cancellationToken);

            // Whoever removed the note meanwhile may not have seen what was just written.
            if (places.All((await ReadNoteAsync(contribution.Key, cancellationToken)).Places.Contains))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The note of '{contribution.Key}' was removed under each of {MaxTries} tries to keep its contribution.");
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string conversationKey, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var (places, etag) = await ReadNoteAsync(conversationKey, cancellationToken);
            if (etag is null)
            {
                return;
            }

            foreach (var place in places)
            {
                await TakeAwayAsync(conversationKey, place, cancellationToken);
            }

            if (await TryRemoveNoteAsync(conversationKey, etag, cancellationToken))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The note of '{conversationKey}' changed under each of {MaxTries} tries to remove its contribution.");
    }

    // Its customer may have come back, or may have come back with it: whoever makes the day asks.
    private async Task NoteReturnsAsync(string? customer, CustomerContact contact, CancellationToken cancellationToken)
    {
        if (customer is null)
        {
            return;
        }

        var within = options.Value.RepeatWithinDays;
        var others = await _contacts.OfAsync(customer, cancellationToken);
        if (others.Any(other => contact.IsFollowedBy(other, within)))
        {
            await WriteReturnAsync(contact, customer, cancellationToken);
        }

        foreach (var other in others.Where(other => IsNear(other, contact, within)))
        {
            if (other.IsFollowedBy(contact, within))
            {
                await WriteReturnAsync(other, customer, cancellationToken);
            }

            // Also where it follows no more: its reason may have been another one.
            await MarkAsync(other.Day, other.Key, cancellationToken);
        }
    }

    private static bool IsNear(CustomerContact other, CustomerContact contact, int withinDays) =>
        other.Key != contact.Key && other.StartedAt <= contact.StartedAt && contact.StartedAt <= other.ClosedAt.AddDays(withinDays);

    private Task WriteReturnAsync(CustomerContact contact, string customer, CancellationToken cancellationToken)
    {
        var place = IndicatorRows.Return(contact.Day, contact.Key);
        return WriteAsync(
            new(place.PartitionKey, place.RowKey, new Dictionary<string, object>(StringComparer.Ordinal) { ["Key"] = contact.Key, ["Customer"] = customer }),
            cancellationToken);
    }

    private async Task TakeAwayAsync(string key, IndicatorPlace place, CancellationToken cancellationToken)
    {
        if (place.PartitionKey.StartsWith("day~", StringComparison.Ordinal))
        {
            await DeleteAsync(place, cancellationToken);
            await DeleteAsync(place with { RowKey = IndicatorRows.ReturnPrefix + key }, cancellationToken);
            await MarkAsync(IndicatorRows.ReadDay(place.PartitionKey.Split('~')[1]), key, cancellationToken);
            return;
        }

        var contacts = await _contacts.OfAsync(place.PartitionKey["customer~".Length..], cancellationToken);
        await DeleteAsync(place, cancellationToken);
        if (contacts.FirstOrDefault(contact => contact.Key == key) is { } gone)
        {
            // The days of all that it may have followed, before or after the days of the setting were others.
            foreach (var other in contacts.Where(other => other.Key != key && other.StartedAt <= gone.StartedAt))
            {
                await MarkAsync(other.Day, other.Key, cancellationToken);
            }
        }
    }

    private Task MarkAsync(DateOnly day, string key, CancellationToken cancellationToken)
    {
        var mark = IndicatorRows.Mark(day, key);
        return WriteAsync(new(mark.PartitionKey, mark.RowKey, new Dictionary<string, object>(StringComparer.Ordinal)), cancellationToken);
    }

    private async Task<IReadOnlyList<IndicatorPlace>> NoteAsync(string key, IndicatorPlace[] places, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var (noted, etag) = await ReadNoteAsync(key, cancellationToken);
            var note = IndicatorRows.Note(key);
            var row = new TableRow(note.PartitionKey, note.RowKey, new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["Places"] = JsonSerializer.Serialize(
                    (string[])[.. noted.Union(places).Select(place => $"{place.PartitionKey}|{place.RowKey}").Order(StringComparer.Ordinal)],
                    PipelineJson.Default.IReadOnlyListString),
            });
            try
            {
                await tables.ApplyAsync(
                    TableNames.Indicators, note.PartitionKey,
                    [etag is null ? new TableChange.Insert(row) : new TableChange.Replace(row, etag)], cancellationToken);
                return noted;
            }
            catch (TableConflictException)
            {
                // Another run noted or removed meanwhile.
            }
        }

        throw new InvalidOperationException($"The note of '{key}' changed under each of {MaxTries} tries to write it.");
    }

    private async Task<(IReadOnlyList<IndicatorPlace> Places, string? ETag)> ReadNoteAsync(string key, CancellationToken cancellationToken)
    {
        var note = IndicatorRows.Note(key);
        return await tables.ReadAsync(TableNames.Indicators, note.PartitionKey, note.RowKey, cancellationToken) is { } row
            ? ([
                .. JsonSerializer.Deserialize(row.Text("Places")!, PipelineJson.Default.IReadOnlyListString)!
                    .Select(line => line.Split('|', 2)).Select(parts => new IndicatorPlace(parts[0], parts[1])),
            ], row.ETag)
            : ([], null);
    }

    private async Task<bool> TryRemoveNoteAsync(string key, string etag, CancellationToken cancellationToken)
    {
        var note = IndicatorRows.Note(key);
        try
        {
            await tables.ApplyAsync(TableNames.Indicators, note.PartitionKey, [new TableChange.Delete(note.RowKey, etag)], cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    private Task WriteAsync(TableRow row, CancellationToken cancellationToken) =>
        tables.ApplyAsync(TableNames.Indicators, row.PartitionKey, [new TableChange.Upsert(row)], cancellationToken);

    private async Task DeleteAsync(IndicatorPlace place, CancellationToken cancellationToken)
    {
        try
        {
            await tables.ApplyAsync(TableNames.Indicators, place.PartitionKey, [new TableChange.Delete(place.RowKey)], cancellationToken);
        }
        catch (TableConflictException exception) when (exception.Conflict == TableConflict.RowMissing)
        {
            // An earlier try removed it before it stopped.
        }
    }
}
