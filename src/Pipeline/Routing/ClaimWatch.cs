using Microsoft.Extensions.Logging;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing.Calendars;
using Pipeline.Routing.Capacity;

namespace Pipeline.Routing;

/// <summary>
/// Looks at the places that are held: gives back those that a crash left with a conversation that does not have them any more, takes
/// conversations back from advisors who are silent or gone, and weighs less what is on hold.
/// </summary>
public sealed partial class ClaimWatch(
    AdvisorDirectory advisors,
    IStandingReader standings,
    CapacityRulesSource capacity,
    CalendarRulesSource calendars,
    WaitingLine line,
    AssignmentTelling assignments,
    TimeProvider clock,
    ILogger<ClaimWatch> logger)
{
    // Who has waited for longer does not wait any more: it is history that is played again, or a conversation about to be closed as idle.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromHours(12);

    // A place is claimed just before the assignment is written: only what is seen astray by two runs in a row is given back.
    private HashSet<(string Advisor, string Conversation)> _astray = [];

    /// <summary>Looks at all of them once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var rules = await capacity.ReadAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var astray = new HashSet<(string Advisor, string Conversation)>();
        foreach (var advisor in await advisors.ReadAsync(cancellationToken))
        {
            var isGone = advisor.Presence.At(now, rules.HeartbeatPatience) == PresenceState.Gone;
            foreach (var claim in advisor.Claims)
            {
                var standing = await standings.ReadStandingAsync(claim.Conversation, cancellationToken);
                if (standing?.Assignment is not { Status: AssignmentStatus.Assigned } view || view.AdvisorId != advisor.Profile.Id)
                {
                    astray.Add((advisor.Profile.Id, claim.Conversation));
                }
                else if (isGone || IsSilent(standing.State, claim, rules, now))
                {
                    var reason = isGone ? ReturnReason.AdvisorGone : ReturnReason.AdvisorSilent;
                    await ReturnAsync(standing, advisor.Profile.Id, reason, now, cancellationToken);
                }
                else
                {
                    await WeighAsync(standing, advisor, claim, rules, now, cancellationToken);
                }
            }
        }

        foreach (var (advisor, conversation) in astray.Intersect(_astray))
        {
            await advisors.ReleaseAsync(conversation, advisor, cancellationToken);
            Log.GivenBack(logger, advisor, conversation);
        }

        _astray = astray;
    }

    // Nobody is silent before they have the conversation, however long the customer had waited for them.
    private static bool IsSilent(ConversationState state, AdvisorClaim claim, CapacityRules rules, DateTimeOffset now) =>
        rules.SilenceAfterMinutes > 0
        && state is { Closed: false, WaitingSince: { } since }
        && now - (claim.Since > since ? claim.Since.Value : since) >= TimeSpan.FromMinutes(rules.SilenceAfterMinutes)
        && now - since <= LongestSilence;

    private async Task ReturnAsync(
        ConversationStanding standing, string advisorId, ReturnReason reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = standing.Conversation.Key;
        var before = await assignments.ReadAsync(key, cancellationToken);
        if (before?.View is not { Status: AssignmentStatus.Assigned } view || view.AdvisorId != advisorId)
        {
            return;
        }

        var need = before.Steps[^1].Need;
        var ask = new AdvisorAsk(key, need)
        {
            Effort = view.Effort,
            Channel = standing.Conversation.Channel,
            Former = before.Former,
            Avoid = advisorId,
        };
        await line.PutAsync(new WaitingEntry(ask, view.Decision, standing.State.WaitingSince ?? now), cancellationToken);
        var closing = (await calendars.ReadAsync(cancellationToken)).ClosingOf(need.Skill, need.Brand, view.Decision.Urgent, now);
        var after = before with
        {
            Untold = true,
            Avoid = advisorId,
            Steps = [.. before.Steps, new AssignmentStep(before.LatestCustomer, need, null)],

            // What waits again is told after what was assigned: it must not be taken for what was before.
            Revision = before.Revision + 1,
            View = view with
            {
                Status = AssignmentStatus.Waiting,
                AdvisorId = null,
                AdvisorFirstName = null,
                AdvisorLevel = null,
                Returned = reason,
                OutOfHours = closing is null ? null : OpeningWords.Of(closing, now),
            },
        };
        if (await assignments.TryWriteAsync(key, after, before, cancellationToken) is { } written)
        {
            await advisors.ReleaseAsync(key, advisorId, cancellationToken);
            await assignments.TellAsync(key, written, cancellationToken);
            Log.Returned(logger, key, advisorId, reason);
        }
    }

    // On hold it weighs less: the place that is left over is for another. The next message of the customer weighs it anew.
    private async Task WeighAsync(
        ConversationStanding standing, Advisor advisor, AdvisorClaim claim, CapacityRules rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (key, effort) = (claim.Conversation, standing.Assignment!.Effort);
        var isOnHold = rules.HoldAfterMinutes > 0 && standing.State is { Closed: false, WaitingSince: null }
            && now - standing.State.LastAt >= TimeSpan.FromMinutes(rules.HoldAfterMinutes);
        if (isOnHold && effort > rules.Efforts.OnHold
            && await assignments.ReadAsync(key, cancellationToken) is { View: { Status: AssignmentStatus.Assigned } view } before
            && view.AdvisorId == advisor.Profile.Id)
        {
            effort = rules.Efforts.OnHold;
            if (await assignments.TryWriteAsync(
                key, before with { View = view with { Effort = effort } }, before, cancellationToken) is null)
            {
                return;
            }
        }

        // A run that stopped after the assignment was written left the place as it was.
        if (!ReferenceEquals(advisor.Weighed(key, effort), advisor))
        {
            await advisors.WeighAsync(key, advisor.Profile.Id, effort, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Gave back the place of {Advisor} that {Conversation} held astray.")]
        public static partial void GivenBack(ILogger logger, string advisor, string conversation);

        [LoggerMessage(2, LogLevel.Information, "Took {Conversation} back from {Advisor}: {Reason}.")]
        public static partial void Returned(ILogger logger, string conversation, string advisor, ReturnReason reason);
    }
}
