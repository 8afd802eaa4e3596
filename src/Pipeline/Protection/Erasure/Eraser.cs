using Microsoft.Extensions.Options;
using Pipeline.Ports;
using Pipeline.Protection.Holds;
using Pipeline.Protection.Proof;

namespace Pipeline.Protection.Erasure;

/// <summary>
/// Carries an erasure on from wherever it stands: finds the person's conversations and refuses them, erases, waits for what was in hand, erases
/// again, and reads everything to prove it. Each step may be repeated; the row says which is next.
/// </summary>
public sealed class Eraser(
    ErasureLedger ledger,
    ErasedConversations erased,
    ConversationEraser conversations,
    ICustomerConversations customers,
    LegalHolds holds,
    IStandingReader standings,
    PersonalScan scan,
    IOptions<ProtectionOptions> options,
    TimeProvider clock)
{
    // Each time the proof found conversations that no index led to. After so many it says what it finds.
    private const int MostRounds = 5;

    /// <summary>Carries an erasure on as far as it goes now.</summary>
    /// <returns>How it stands; null when there is none of this id.</returns>
    public async Task<ErasureStatus?> RunAsync(string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await ledger.ReadAsync(id, cancellationToken) is not { } row)
            {
                return null;
            }

            if (row.Status.Ended)
            {
                // A crash may have come between the receipt and the end of the notes.
                await ledger.EndWorkAsync(id, cancellationToken);
                return row.Status;
            }

            if (row.Status is { State: ErasureState.Settling, SettlesAt: { } settles } && settles > clock.GetUtcNow())
            {
                return row.Status;
            }

            var next = row.Status.State switch
            {
                ErasureState.Requested => await FindAsync(row, cancellationToken),
                ErasureState.Erasing => await EraseAsync(row, cancellationToken),
                ErasureState.Settling => await EraseAgainAsync(row, cancellationToken),
                _ => await ProveAsync(row, cancellationToken),
            };
            await ledger.TryWriteAsync(next, cancellationToken);
        }
    }

    private async Task<ErasureRow> FindAsync(ErasureRow row, CancellationToken cancellationToken)
    {
        var held = await holds.ReadAsync(cancellationToken);
        if (row.Subject!.Customers.Select(customer => held.OfCustomer(customer.Platform, customer.Id)).OfType<LegalHold>().FirstOrDefault() is { } hold)
        {
            return End(row with { Holds = [hold.Reason] }, ErasureState.Held, [], null);
        }

        SortedSet<string> keys = new(row.Subject.Conversations, StringComparer.Ordinal);
        foreach (var customer in row.Subject.Customers)
        {
            keys.UnionWith(await customers.FindAsync(customer.Platform, customer.Id, cancellationToken));
        }

        var reasons = await AddAsync(row, keys, held, cancellationToken);
        return reasons.Count > 0 && reasons.Count == keys.Count && row.Subject.Customers.Count == 0
            ? End(row with { Holds = reasons }, ErasureState.Held, [], null)
            : row with { Status = row.Status with { State = ErasureState.Erasing }, Holds = reasons };
    }

    // Refused before they are noted as found: what is noted is refused.
    private async Task<List<string>> AddAsync(ErasureRow row, IEnumerable<string> keys, HoldSet held, CancellationToken cancellationToken)
    {
        List<string> reasons = [];
        foreach (var key in keys)
        {
            if (await HoldOnAsync(key, held, cancellationToken) is { } hold)
            {
                reasons.Add(hold.Reason);
                continue;
            }

            await erased.AddAsync(key, cancellationToken);
            await ledger.AddWorkAsync(row.Status.Id, key, cancellationToken);
        }

        return reasons;
    }

    // A conversation is held with its customer, too.
    private async Task<LegalHold?> HoldOnAsync(string key, HoldSet held, CancellationToken cancellationToken) =>
        held.OfConversation(key) is { } hold ? hold
        : held.HasCustomers
            && await standings.ReadStandingAsync(key, cancellationToken) is { Conversation: { CustomerId: { } customer } conversation }
            ? held.OfCustomer(conversation.Platform, customer)
            : null;

    private async Task<ErasureRow> EraseAsync(ErasureRow row, CancellationToken cancellationToken)
    {
        var work = await ledger.WorkAsync(row.Status.Id, cancellationToken);
        foreach (var (key, items) in work)
        {
            if (items is null)
            {
                await ledger.CountAsync(row.Status.Id, key, await conversations.CountAsync(key, cancellationToken), cancellationToken);
            }
        }

        await conversations.EraseAsync([.. work.Select(item => item.Key)], cancellationToken);

        var settles = clock.GetUtcNow() + options.Value.Settle;
        return row with { Status = row.Status with { State = ErasureState.Settling, SettlesAt = settles } };
    }

    private async Task<ErasureRow> EraseAgainAsync(ErasureRow row, CancellationToken cancellationToken)
    {
        var work = await ledger.WorkAsync(row.Status.Id, cancellationToken);
        foreach (var (key, _) in work)
        {
            // What was in hand when the conversation was first erased may have written something since. What goes now is refused from now on.
            await erased.AddAsync(key, cancellationToken);
        }

        await conversations.EraseAsync([.. work.Select(item => item.Key)], cancellationToken);

        return row with { Status = row.Status with { State = ErasureState.Proving } };
    }

    private async Task<ErasureRow> ProveAsync(ErasureRow row, CancellationToken cancellationToken)
    {
        var held = await holds.ReadAsync(cancellationToken);
        var work = await ledger.WorkAsync(row.Status.Id, cancellationToken);
        var (proof, found) = await scan.RunAsync(row.Subject!, [.. work.Select(item => item.Key)], held, cancellationToken);
        if (found.Count > 0 && row.Rounds < MostRounds)
        {
            await AddAsync(row, found, held, cancellationToken);
            return row with { Status = row.Status with { State = ErasureState.Erasing }, Rounds = row.Rounds + 1 };
        }

        return End(row, proof.Findings.Count == 0 ? ErasureState.Done : ErasureState.Incomplete, work, proof);
    }

    private ErasureRow End(
        ErasureRow row,
        ErasureState outcome,
        IReadOnlyList<(string Key, IReadOnlyDictionary<string, int>? Items)> work,
        ErasureProof? proof)
    {
        var items = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (store, count) in work.SelectMany(conversation => conversation.Items ?? new Dictionary<string, int>()))
        {
            items[store] = items.GetValueOrDefault(store) + count;
        }

        var receipt = new ErasureReceipt
        {
            Id = row.Status.Id,
            Outcome = outcome,
            Subjects = row.Status.Subjects,
            RequestedAt = row.Status.RequestedAt,
            RequestedBy = row.Status.RequestedBy,
            Role = row.Status.Role,
            EndedAt = clock.GetUtcNow(),
            Conversations = work.Count,
            Items = items,
            Holds = row.Holds,
            Proof = proof,
        };
        return row with
        {
            Status = row.Status with { State = outcome, Receipt = receipt.Sealed() },
            Subject = null,
        };
    }
}
