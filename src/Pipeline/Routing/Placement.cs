using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing.Calendars;
using Pipeline.Routing.Capacity;

namespace Pipeline.Routing;

/// <summary>Finds advisors for conversations and keeps the places and the waiting line as the assignments say.</summary>
public sealed class Placement(
    AdvisorDirectory advisors,
    CapacityRulesSource capacity,
    CalendarRulesSource calendars,
    WaitingLine line,
    WaitingAssigner assigner,
    IReturningCustomers returning,
    TimeProvider clock)
{
    /// <summary>How much of an advisor's capacity a conversation takes after a customer's message, in slots.</summary>
    public async ValueTask<double> EffortAsync(RoutingDecision decision, ConversationState state, CancellationToken cancellationToken) =>
        (await capacity.ReadAsync(cancellationToken)).Efforts.Of(decision.Hard, state.Journey.Last == Emotion.Anger);

    /// <summary>Begins to find an advisor for a conversation.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="before">Where it stood; null before the first decision.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Placing> BeginAsync(Conversation conversation, Assignment? before, CancellationToken cancellationToken)
    {
        var rules = await capacity.ReadAsync(cancellationToken);
        var now = clock.GetUtcNow();

        // Looked for once, with the first decision, and kept.
        var former = before is { LatestCustomer.Length: > 0 } ? before.Former
            : rules.FormerAdvisorDays > 0
                ? await returning.FormerAdvisorAsync(conversation, now - TimeSpan.FromDays(rules.FormerAdvisorDays), cancellationToken)
            : null;
        return new Placing(advisors, rules, await calendars.ReadAsync(cancellationToken), now, conversation, former, before?.Avoid);
    }

    /// <summary>Before an assignment is written: one that waits is put in the line, so that whoever assigns finds it.</summary>
    public Task LineUpAsync(MessageScored message, Assignment? before, Assignment after, CancellationToken cancellationToken)
    {
        if (after.View is not { Status: AssignmentStatus.Waiting } view)
        {
            return Task.CompletedTask;
        }

        var ask = new AdvisorAsk(message.Conversation.Key, after.Steps[^1].Need)
        {
            Effort = view.Effort,
            Channel = message.Conversation.Channel,
            Former = after.Former,
            Avoid = after.Avoid,
        };
        return line.PutAsync(new WaitingEntry(ask, view.Decision, message.State.WaitingSince ?? message.Message.SentAt), cancellationToken);
    }

    /// <summary>After an assignment was written: places and the line follow it.</summary>
    public async Task SettleAsync(Conversation conversation, Assignment? before, Assignment after, CancellationToken cancellationToken)
    {
        var key = conversation.Key;
        if (before?.View is { Status: AssignmentStatus.Waiting } && after.View?.Status != AssignmentStatus.Waiting)
        {
            await line.RemoveAsync(key, etag: null, cancellationToken);
        }

        if (before?.View is not { AdvisorId: { } former })
        {
            return;
        }

        if (former != after.View?.AdvisorId)
        {
            await ReleaseAsync(key, former, cancellationToken);
        }
        else if (after.View is { Status: AssignmentStatus.Assigned } view && view.Effort != before.View.Effort)
        {
            await advisors.WeighAsync(key, former, view.Effort, cancellationToken);
        }
    }

    /// <summary>After a conversation was closed: its place, or its place in the line, is free, and somebody who waits may have it.</summary>
    public async Task FreeAsync(string conversationKey, Assignment? before, CancellationToken cancellationToken)
    {
        if (before?.View is { Status: AssignmentStatus.Waiting })
        {
            await line.RemoveAsync(conversationKey, etag: null, cancellationToken);
        }

        if (before?.View?.AdvisorId is { } holder)
        {
            await ReleaseAsync(conversationKey, holder, cancellationToken);
        }
    }

    // The place is free for somebody who waits.
    private async Task ReleaseAsync(string conversationKey, string advisorId, CancellationToken cancellationToken)
    {
        if (await advisors.ReleaseAsync(conversationKey, advisorId, cancellationToken) is { } advisor)
        {
            await assigner.AssignToAsync(advisor, cancellationToken);
        }
    }
}
