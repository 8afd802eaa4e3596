using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing.Capacity;

namespace Pipeline.Routing;

/// <summary>Looks every minute at the places that are held and at those who wait for one.</summary>
public sealed class AssignWaitingJob(
    ClaimWatch claims,
    WaitingAssigner assigner,
    WaitingLine line,
    IOpenConversations open,
    IStandingReader standings,
    AssignmentTelling assignments,
    TimeProvider clock) : ITimerJob
{
    // What a version without a line left waiting is lined up at the first run; after that nothing should ever be found.
    private static readonly TimeSpan SearchEvery = TimeSpan.FromHours(1);

    private long? _searchedAt;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_searchedAt is not { } searchedAt || clock.GetElapsedTime(searchedAt) >= SearchEvery)
        {
            await LineUpAsync(cancellationToken);
            _searchedAt = clock.GetTimestamp();
        }

        await claims.RunAsync(cancellationToken);
        await assigner.AssignAllAsync(cancellationToken);
    }

    private async Task LineUpAsync(CancellationToken cancellationToken)
    {
        var known = (await line.ReadAsync(clock.GetUtcNow(), cancellationToken)).Select(entry => entry.Ask.Conversation).ToHashSet();
        await foreach (var key in open.ListAsync(cancellationToken))
        {
            if (!known.Contains(key)
                && await assignments.ReadAsync(key, cancellationToken) is { } assignment
                && (assignment.Untold || assignment.View is { Status: AssignmentStatus.Waiting })
                && await standings.ReadStandingAsync(key, cancellationToken) is { } standing)
            {
                var ask = new AdvisorAsk(key, assignment.Steps[^1].Need)
                {
                    Effort = assignment.View!.Effort,
                    Channel = standing.Conversation.Channel,
                    Former = assignment.Former,
                    Avoid = assignment.Avoid,
                };
                await line.PutAsync(
                    new WaitingEntry(ask, assignment.View.Decision, standing.State.WaitingSince ?? standing.State.LastAt), cancellationToken);
            }
        }
    }
}
