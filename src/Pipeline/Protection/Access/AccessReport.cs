using Pipeline.Ports;
using Pipeline.Protection.Erasure;
using Pipeline.Protection.Holds;

namespace Pipeline.Protection.Access;

/// <summary>All that is kept of a person, for the person.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="CustomerId">The platform's id.</param>
/// <param name="MadeAt">When it was read.</param>
/// <param name="Hold">The reason of a legal hold on the person; null when there is none.</param>
/// <param name="Conversations">Their conversations.</param>
public sealed record PersonReport(
    string Platform, string CustomerId, DateTimeOffset MadeAt, string? Hold, IReadOnlyList<ConversationReport> Conversations);

/// <summary>All that is kept of a conversation.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Hold">The reason of a legal hold on it; null when there is none.</param>
/// <param name="Stores">What each store keeps, by the store's name.</param>
public sealed record ConversationReport(string Key, string? Hold, IReadOnlyDictionary<string, IReadOnlyList<KeptItem>> Stores);

/// <summary>Reads all that is kept of a person: the same stores that an erasure goes through, so that it shows what an erasure takes away.</summary>
public sealed class AccessReports(ConversationEraser eraser, ICustomerConversations customers, LegalHolds holds, TimeProvider clock)
{
    /// <summary>The report of a customer; null when no conversation of theirs is known.</summary>
    public async Task<PersonReport?> ReadAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        var keys = await customers.FindAsync(customer.Platform, customer.Id, cancellationToken);
        var held = await holds.ReadAsync(cancellationToken);
        List<ConversationReport> conversations = [];
        foreach (var key in keys)
        {
            var stores = new SortedDictionary<string, IReadOnlyList<KeptItem>>(StringComparer.Ordinal);
            foreach (var store in eraser.Stores)
            {
                if (await store.ReadAsync(key, cancellationToken) is { Count: > 0 } items)
                {
                    stores[store.Name] = items;
                }
            }

            conversations.Add(new(key, held.OfConversation(key)?.Reason, stores));
        }

        return conversations.Count == 0
            ? null
            : new(customer.Platform, customer.Id, clock.GetUtcNow(), held.OfCustomer(customer.Platform, customer.Id)?.Reason, conversations);
    }
}
