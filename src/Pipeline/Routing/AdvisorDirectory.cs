using System.Collections.Concurrent;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing;

/// <summary>
/// The advisors and the places they have left. A place is claimed on the advisor's own row under its ETag, so that nobody holds more than
/// their capacity however many instances claim at once.
/// </summary>
public sealed class AdvisorDirectory(ITables tables)
{
    private const int MaxTries = 20;

    // A row that has not changed says what it said: it is not read through again.
    private readonly ConcurrentDictionary<string, Advisor> _known = new(StringComparer.Ordinal);

    /// <summary>All advisors: one partition, one query.</summary>
    public async Task<IReadOnlyList<Advisor>> ReadAsync(CancellationToken cancellationToken)
    {
        var advisors = new List<Advisor>();
        await foreach (var row in tables.ReadAllAsync(TableNames.Advisors, new TableQuery(Advisor.Partition), cancellationToken))
        {
            advisors.Add(_known.TryGetValue(row.RowKey, out var known) && known.ETag == row.ETag
                ? known
                : _known[row.RowKey] = Advisor.Read(row));
        }

        return advisors;
    }

    /// <summary>
    /// Chooses who should take a conversation: the present holder if they can, else the one with the lowest sufficient level, then the
    /// fewest conversations, then by a hash of both, so that equals share the work evenly and the choice can be repeated.
    /// </summary>
    /// <param name="advisors">The advisors.</param>
    /// <param name="conversationKey">The conversation; a place it already holds counts as free.</param>
    /// <param name="need">What it needs.</param>
    /// <param name="holder">The advisor who has it now; null for nobody.</param>
    /// <returns>The advisor; null when nobody who can take it has a place.</returns>
    public static Advisor? Choose(IReadOnlyList<Advisor> advisors, string conversationKey, RoutingNeed need, string? holder)
    {
        var able = advisors.Where(advisor => advisor.CanTake(need) && Load(advisor, conversationKey) < advisor.Profile.Capacity).ToList();
        return able.Find(advisor => advisor.Profile.Id == holder)
            ?? able
                .OrderBy(advisor => advisor.Profile.Skills[need.Skill])
                .ThenBy(advisor => Load(advisor, conversationKey))
                .ThenBy(advisor => StableHash.Of($"{conversationKey}|{advisor.Profile.Id}"))
                .ThenBy(advisor => advisor.Profile.Id, StringComparer.Ordinal)
                .FirstOrDefault();
    }

    /// <summary>Chooses among advisors who were just read, and claims a place; they are read again only if that row changed meanwhile.</summary>
    /// <returns>The advisor who holds it now; null when nobody has a place.</returns>
    public async Task<Advisor?> ClaimAsync(
        IReadOnlyList<Advisor> advisors, string conversationKey, RoutingNeed need, string? holder, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var chosen = Choose(advisors, conversationKey, need, holder);
            if (chosen is null || chosen.Claims.Contains(conversationKey, StringComparer.Ordinal))
            {
                return chosen;
            }

            string[] claims = [.. chosen.Claims.Append(conversationKey).Order(StringComparer.Ordinal)];
            if (await TryWriteAsync(chosen with { Claims = claims }, cancellationToken))
            {
                return chosen;
            }

            advisors = await ReadAsync(cancellationToken);
        }

        throw new InvalidOperationException($"No place could be claimed for '{conversationKey}': the rows changed under each of {MaxTries} tries.");
    }

    /// <summary>Gives back every place that a conversation holds, but the one with <paramref name="except"/>.</summary>
    public async Task ReleaseAsync(string conversationKey, string? except, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var holders = (await ReadAsync(cancellationToken))
                .Where(advisor => advisor.Profile.Id != except && advisor.Claims.Contains(conversationKey, StringComparer.Ordinal))
                .ToList();
            var written = true;
            foreach (var holder in holders)
            {
                string[] claims = [.. holder.Claims.Where(claim => claim != conversationKey)];
                written &= await TryWriteAsync(holder with { Claims = claims }, cancellationToken);
            }

            if (written)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The places of '{conversationKey}' could not be given back in {MaxTries} tries.");
    }

    private static int Load(Advisor advisor, string conversationKey) => advisor.Claims.Count(claim => claim != conversationKey);

    private async Task<bool> TryWriteAsync(Advisor advisor, CancellationToken cancellationToken)
    {
        try
        {
            await tables.ApplyAsync(
                TableNames.Advisors, Advisor.Partition, [new TableChange.Replace(advisor.ToRow(), advisor.ETag!)], cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }
}
