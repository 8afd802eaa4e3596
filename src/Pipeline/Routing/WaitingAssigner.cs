using Microsoft.Extensions.Logging;
using Pipeline.Messages;
using Pipeline.Routing.Calendars;
using Pipeline.Routing.Capacity;

namespace Pipeline.Routing;

/// <summary>Gives those who wait to advisors who have room, first who comes first: when a place becomes free, and by the timer.</summary>
public sealed partial class WaitingAssigner(
    WaitingLine line,
    AdvisorDirectory advisors,
    CapacityRulesSource capacity,
    CalendarRulesSource calendars,
    AssignmentTelling assignments,
    TimeProvider clock,
    ILogger<WaitingAssigner> logger)
{
    // A row of the line is written just before the assignment: only what is seen out of place by two thorough runs in a row is removed.
    private Dictionary<string, string?> _astray = new(StringComparer.Ordinal);

    /// <summary>Gives an advisor who has room for more the first of those who wait for such a one.</summary>
    public async Task AssignToAsync(Advisor advisor, CancellationToken cancellationToken)
    {
        if (!line.IsKnownEmpty && advisor.Load < advisor.Profile.Capacity)
        {
            await AssignAsync([advisor], thorough: false, cancellationToken);
        }
    }

    /// <summary>
    /// Gives as many as there is room for to whoever can take them, and looks at all others too: at what is to be told yet, and at rows that
    /// are out of place.
    /// </summary>
    public async Task AssignAllAsync(CancellationToken cancellationToken)
    {
        var astray = await AssignAsync(await advisors.ReadAsync(cancellationToken), thorough: true, cancellationToken);
        foreach (var (key, etag) in astray)
        {
            if (_astray.TryGetValue(key, out var seen) && seen == etag)
            {
                await line.RemoveAsync(key, etag, cancellationToken);
            }
        }

        _astray = astray;
    }

    private async Task<Dictionary<string, string?>> AssignAsync(
        IReadOnlyList<Advisor> directory, bool thorough, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var astray = new Dictionary<string, string?>(StringComparer.Ordinal);
        var rules = await capacity.ReadAsync(cancellationToken);
        var hours = await calendars.ReadAsync(cancellationToken);
        var assigned = 0;
        foreach (var entry in await line.ReadAsync(now, cancellationToken))
        {
            var need = entry.Ask.Need;
            var ask = entry.Ask with
            {
                Pool = rules.PoolFor(need, now - entry.Since),
                Effort = rules.EffortFor(entry.Ask.Effort, now - entry.Since),
            };
            var hasRoom = hours.ClosingOf(need.Skill, need.Brand, entry.Decision.Urgent, now) is null
                && AdvisorChoice.Of(directory, ask, now, rules.HeartbeatPatience) is not null;
            if (!hasRoom && !thorough)
            {
                continue;
            }

            var outcome = await TryAssignAsync(entry, hasRoom ? ask : null, directory, rules, cancellationToken);
            if (outcome.IsAstray)
            {
                astray[ask.Conversation] = entry.ETag;
            }
            else if (outcome.Advisor is { } advisor)
            {
                assigned++;
                directory = [.. directory.Select(other => other.Profile.Id == advisor.Profile.Id ? advisor : other)];
            }
        }

        if (assigned > 0)
        {
            Log.Assigned(logger, assigned);
        }

        return astray;
    }

    private async Task<Outcome> TryAssignAsync(
        WaitingEntry entry, AdvisorAsk? ask, IReadOnlyList<Advisor> directory, CapacityRules rules, CancellationToken cancellationToken)
    {
        var key = entry.Ask.Conversation;
        var before = await assignments.ReadAsync(key, cancellationToken);
        if (before is { Untold: true })
        {
            before = await assignments.TellAsync(key, before, cancellationToken);
            if (before?.View is { Status: not AssignmentStatus.Waiting })
            {
                await line.RemoveAsync(key, entry.ETag, cancellationToken);
                return default;
            }
        }

        if (before?.View is not { Status: AssignmentStatus.Waiting } view)
        {
            return new Outcome(null, IsAstray: true);
        }

        if (ask is null || await advisors.ClaimAsync(directory, ask, rules.HeartbeatPatience, cancellationToken) is not { } advisor)
        {
            return default;
        }

        if (await assignments.TryWriteAsync(key, Given(before, view, advisor), before, cancellationToken) is not { } written)
        {
            // Something happened in it meanwhile, and that run decides; the place claimed here is found astray if it is not used.
            return default;
        }

        await assignments.TellAsync(key, written, cancellationToken);
        await line.RemoveAsync(key, entry.ETag, cancellationToken);
        return new Outcome(advisor, IsAstray: false);
    }

    private static Assignment Given(Assignment before, Ports.AssignmentView view, Advisor advisor)
    {
        AssignmentStep[] steps = [.. before.Steps.SkipLast(1), before.Steps[^1] with { AdvisorId = advisor.Profile.Id }];
        return before with
        {
            Untold = true,
            Steps = steps,
            View = view with
            {
                Status = AssignmentStatus.Assigned,
                AdvisorId = advisor.Profile.Id,
                AdvisorFirstName = advisor.Profile.FirstName,
                AdvisorLevel = advisor.Profile.Level,
                TransferredAt = Assignment.TransferOf(steps),
                OutOfHours = null,
            },
        };
    }

    private readonly record struct Outcome(Advisor? Advisor, bool IsAstray);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Assigned {Count} waiting conversations.")]
        public static partial void Assigned(ILogger logger, int count);
    }
}
