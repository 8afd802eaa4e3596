using Microsoft.Extensions.Options;
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
    private readonly IndicatorNotes _notes = new(tables);
    private readonly IndicatorTable _table = new(tables);
    private readonly ForgottenContributions _forgotten = new(tables, options);

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
            var earlier = await _notes.AddAsync(contribution.Key, places, cancellationToken);
            await _table.WriteAsync(ContributionRow.From(contribution, place), cancellationToken);
            if (contactPlace is { } contactRow)
            {
                await _table.WriteAsync(CustomerContacts.Row(contact, contactRow), cancellationToken);
            }

            foreach (var gone in earlier.Except(places))
            {
                await TakeAwayAsync(contribution.Key, gone, cancellationToken);
            }

            await NoteReturnsAsync(contribution.Customer, contact, cancellationToken);
            await _table.MarkAsync(contribution.Day, contribution.Key, cancellationToken);

            // Whoever removed the note meanwhile may not have seen what was just written.
            if (places.All((await _notes.ReadAsync(contribution.Key, cancellationToken)).Places.Contains))
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
            var (places, etag) = await _notes.ReadAsync(conversationKey, cancellationToken);
            if (etag is null)
            {
                return;
            }

            foreach (var place in places)
            {
                await TakeAwayAsync(conversationKey, place, cancellationToken);
            }

            if (await _notes.TryRemoveAsync(conversationKey, etag, cancellationToken))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The note of '{conversationKey}' changed under each of {MaxTries} tries to remove its contribution.");
    }

    /// <summary>
    /// The conversation was erased: its contribution stays under a number, without its key and its customer, and so does what it said of an earlier one.
    /// </summary>
    public async Task ForgetAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var (places, _) = await _notes.ReadAsync(conversationKey, cancellationToken);
        foreach (var place in places.Where(place => !IsDay(place)))
        {
            await _forgotten.LeaveWordAsync(conversationKey, place.PartitionKey["customer~".Length..], cancellationToken);
        }

        foreach (var place in places.Where(IsDay))
        {
            await _forgotten.KeepAsync(place, cancellationToken);
        }

        await RemoveAsync(conversationKey, cancellationToken);
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
            await _table.WriteReturnAsync(contact, customer, certain: false, cancellationToken);
        }

        foreach (var other in others.Where(other => IsNear(other, contact, within)))
        {
            if (other.IsFollowedBy(contact, within))
            {
                await _table.WriteReturnAsync(other, customer, certain: false, cancellationToken);
            }

            // Also where it follows no more: its reason may have been another one.
            await _table.MarkAsync(other.Day, other.Key, cancellationToken);
        }
    }

    private static bool IsNear(CustomerContact other, CustomerContact contact, int withinDays) =>
        other.Key != contact.Key && other.StartedAt <= contact.StartedAt && contact.StartedAt <= other.ClosedAt.AddDays(withinDays);

    private async Task TakeAwayAsync(string key, IndicatorPlace place, CancellationToken cancellationToken)
    {
        if (IsDay(place))
        {
            await _table.DeleteAsync(place, cancellationToken);
            await _table.DeleteAsync(place with { RowKey = IndicatorRows.ReturnPrefix + key }, cancellationToken);
            await _table.MarkAsync(IndicatorRows.ReadDay(place.PartitionKey.Split('~')[1]), key, cancellationToken);
            return;
        }

        var contacts = await _contacts.OfAsync(place.PartitionKey["customer~".Length..], cancellationToken);
        await _table.DeleteAsync(place, cancellationToken);
        if (contacts.FirstOrDefault(contact => contact.Key == key) is { } gone)
        {
            // The days of all that it may have followed, before or after the days of the setting were others.
            foreach (var other in contacts.Where(other => other.Key != key && other.StartedAt <= gone.StartedAt))
            {
                await _table.MarkAsync(other.Day, other.Key, cancellationToken);
            }
        }
    }

    private static bool IsDay(IndicatorPlace place) => place.PartitionKey.StartsWith("day~", StringComparison.Ordinal);
}
