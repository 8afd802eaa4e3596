using Microsoft.Extensions.Logging;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing;

/// <summary>
/// Gives waiting conversations to advisors whose places have become free, and gives back places that a crash left held by a conversation
/// that does not have them any more.
/// </summary>
public sealed partial class AssignWaitingJob(
    ITables tables, IOpenConversations open, AdvisorDirectory advisors, IBus bus, ILogger<AssignWaitingJob> logger) : ITimerJob
{
    // A place is claimed just before the assignment is written: only what is seen astray by two runs in a row is given back.
    private HashSet<(string Advisor, string Conversation)> _astray = [];

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await GiveBackAstrayAsync(cancellationToken);
        var assigned = 0;

        // Read once for all that wait, and again when a place was taken.
        var directory = await advisors.ReadAsync(cancellationToken);
        await foreach (var key in open.ListAsync(cancellationToken))
        {
            if (await TryAssignAsync(key, directory, cancellationToken))
            {
                assigned++;
                directory = await advisors.ReadAsync(cancellationToken);
            }
        }

        if (assigned > 0)
        {
            Log.Assigned(logger, assigned);
        }
    }

    private async Task<bool> TryAssignAsync(string key, IReadOnlyList<Advisor> directory, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(key, cancellationToken);
        if (before is { Untold: true })
        {
            await TellAsync(key, before, cancellationToken);
            return false;
        }

        if (before?.View is not { Status: AssignmentStatus.Waiting } view)
        {
            return false;
        }

        var step = before.Steps[^1];
        if (await advisors.ClaimAsync(directory, key, step.Need, holder: null, cancellationToken) is not { } advisor)
        {
            return false;
        }

        AssignmentStep[] steps = [.. before.Steps.SkipLast(1), step with { AdvisorId = advisor.Profile.Id }];
        var after = before with
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
            },
        };
        if (await TryWriteAsync(key, after, before, cancellationToken) is not { } written)
        {
            // Something happened in it meanwhile, and that run decides; the place claimed here is found astray if it is not used.
            return false;
        }

        await TellAsync(key, written, cancellationToken);
        return true;
    }

    private async Task<Assignment?> TryWriteAsync(string key, Assignment after, Assignment before, CancellationToken cancellationToken)
    {
        try
        {
            var etags = await tables.ApplyAsync(TableNames.Conversations, key, [after.Over(key, before)], cancellationToken);
            return after with { ETag = etags[0] };
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    private async Task TellAsync(string key, Assignment untold, CancellationToken cancellationToken)
    {
        if (untold.View is { Status: AssignmentStatus.Assigned })
        {
            await SendAsync(key, untold, cancellationToken);
        }

        // One that changed meanwhile is still marked, and told once more by the next run.
        await TryWriteAsync(key, untold with { Untold = false }, untold, cancellationToken);
    }

    private async Task SendAsync(string key, Assignment after, CancellationToken cancellationToken)
    {
        var head = await tables.ReadAsync(TableNames.Conversations, key, ConversationRowKeys.Head, cancellationToken);
        var conversation = System.Text.Json.JsonSerializer.Deserialize(head!.Text("Conversation")!, PipelineJson.Default.Conversation)!;
        var message = Envelope.Wrap(new ConversationRouted
        {
            Conversation = conversation,
            MessageId = after.LatestCustomer,
            Position = after.Revision,
            Decision = after.View!.Decision,
            AdvisorId = after.View.AdvisorId,
            AdvisorFirstName = after.View.AdvisorFirstName,
            Status = after.View.Status,
        });
        await bus.SendAsync(Entities.Conversations, [message], cancellationToken);
        await bus.SendAsync(Entities.Outcomes, [message], cancellationToken);
    }

    private async Task GiveBackAstrayAsync(CancellationToken cancellationToken)
    {
        var astray = new HashSet<(string Advisor, string Conversation)>();
        foreach (var advisor in await advisors.ReadAsync(cancellationToken))
        {
            foreach (var claim in advisor.Claims)
            {
                var view = (await ReadAsync(claim, cancellationToken))?.View;
                if (view is not { Status: AssignmentStatus.Assigned } || view.AdvisorId != advisor.Profile.Id)
                {
                    astray.Add((advisor.Profile.Id, claim));
                }
            }
        }

        foreach (var (advisor, conversation) in astray.Intersect(_astray))
        {
            var holder = (await ReadAsync(conversation, cancellationToken))?.View is { Status: AssignmentStatus.Assigned } view ? view.AdvisorId : null;
            await advisors.ReleaseAsync(conversation, holder, cancellationToken);
            Log.GivenBack(logger, advisor, conversation);
        }

        _astray = astray;
    }

    private async Task<Assignment?> ReadAsync(string key, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Conversations, key, ConversationRowKeys.Assignment, cancellationToken) is { } row
            ? Assignment.Read(row)
            : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Assigned {Count} waiting conversations.")]
        public static partial void Assigned(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "Gave back the place of {Advisor} that {Conversation} held astray.")]
        public static partial void GivenBack(ILogger logger, string advisor, string conversation);
    }
}
