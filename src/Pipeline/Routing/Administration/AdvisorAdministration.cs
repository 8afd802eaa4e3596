using Pipeline.Routing.Capacity;

namespace Pipeline.Routing.Administration;

/// <summary>
/// Changes advisors: who they are, and whether they are at work. What they hold stays with them, whatever else changes their row meanwhile.
/// </summary>
public sealed class AdvisorAdministration(AdvisorDirectory advisors, WaitingAssigner assigner, CapacityRulesSource capacity, TimeProvider clock)
{
    // Half of how often a desk should say that it is there: one that does so more often changes no row.
    private static readonly TimeSpan HeartbeatKept = TimeSpan.FromSeconds(15);

    /// <summary>All advisors, by id.</summary>
    public async Task<IReadOnlyList<Advisor>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await advisors.ReadAsync(cancellationToken)).OrderBy(advisor => advisor.Profile.Id, StringComparer.Ordinal)];

    /// <summary>One advisor; null when there is none of this id.</summary>
    public Task<Advisor?> FindAsync(string id, CancellationToken cancellationToken) => advisors.FindAsync(id, cancellationToken);

    /// <summary>Whether an advisor takes new conversations now.</summary>
    public async ValueTask<bool> TakesNowAsync(Advisor advisor, CancellationToken cancellationToken) =>
        advisor.TakesAt(clock.GetUtcNow(), (await capacity.ReadAsync(cancellationToken)).HeartbeatPatience);

    /// <summary>Adds an advisor, or changes who they are.</summary>
    /// <param name="profile">The profile, which must have no fault.</param>
    /// <param name="isCurrent">Whether the profile that is there is the one that the caller wants to replace.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The advisor; null when another profile is there.</returns>
    public async Task<Advisor?> PutAsync(AdvisorSeed profile, Func<AdvisorSeed?, bool> isCurrent, CancellationToken cancellationToken)
    {
        if (await advisors.FindAsync(profile.Id, cancellationToken) is not { } known)
        {
            return isCurrent(null) ? await advisors.TryWriteAsync(new Advisor { Profile = profile }, cancellationToken) : null;
        }

        var isReplaced = false;
        var changed = await advisors.ChangeAsync(
            known,
            advisor => (isReplaced = isCurrent(advisor.Profile)) ? advisor with { Profile = profile } : advisor,
            cancellationToken);
        return isReplaced ? await AnsweredAsync(changed, cancellationToken) : null;
    }

    /// <summary>Notes whether an advisor is at work.</summary>
    /// <returns>The advisor; null when there is none of this id.</returns>
    public async Task<Advisor?> SetPresenceAsync(string id, PresenceState state, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (await advisors.FindAsync(id, cancellationToken) is not { } known)
        {
            return null;
        }

        // Whoever comes back has not missed the heartbeats of the time they were away.
        var changed = await advisors.ChangeAsync(
            known,
            advisor => advisor with
            {
                Presence = new AdvisorPresence(state, until, advisor.Presence.HeartbeatAt is null || state == PresenceState.Gone ? null : clock.GetUtcNow()),
            },
            cancellationToken);
        return await AnsweredAsync(changed, cancellationToken);
    }

    /// <summary>Notes that an advisor's desk is connected; from then on they count as gone when it fails to say so again.</summary>
    /// <returns>The advisor; null when there is none of this id.</returns>
    public async Task<Advisor?> HeartbeatAsync(string id, CancellationToken cancellationToken)
    {
        if (await advisors.FindAsync(id, cancellationToken) is not { } known)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        return await advisors.ChangeAsync(
            known,
            advisor => advisor.Presence.HeartbeatAt is { } last && now - last < HeartbeatKept
                ? advisor
                : advisor with { Presence = advisor.Presence with { HeartbeatAt = now } },
            cancellationToken);
    }

    // Whoever comes, or is given more places, may have room for somebody who waits.
    private async Task<Advisor?> AnsweredAsync(Advisor? advisor, CancellationToken cancellationToken)
    {
        if (advisor is not null)
        {
            await assigner.AssignToAsync(advisor, cancellationToken);
        }

        return advisor;
    }
}
