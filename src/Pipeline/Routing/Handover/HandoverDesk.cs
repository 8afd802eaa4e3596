using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing.Handover;

/// <summary>
/// Hands conversations over and shows their cards. From the moment of a hand-over a person has the word, whoever had it; the place is given back,
/// and another advisor chosen by what is wanted.
/// </summary>
public sealed class HandoverDesk(
    ITables tables,
    ITranscripts transcripts,
    IStandingReader standings,
    IConversationFloor floor,
    AssignmentTelling assignments,
    AdvisorDirectory advisors,
    Placement placement,
    TimeProvider clock)
{
    private const int MaxTries = 10;

    /// <summary>The card as it stands now, with the last transfer if there was one; null when the conversation is not known.</summary>
    public async Task<HandoverCard?> ReadCardAsync(string key, CancellationToken cancellationToken)
    {
        if (await standings.ReadStandingAsync(key, cancellationToken) is not { } standing
            || await transcripts.ReadAsync(key, cancellationToken) is not { } transcript)
        {
            return null;
        }

        var assignment = await assignments.ReadAsync(key, cancellationToken);
        var point = assignment is null ? null : HandoverPoint.Of(assignment, standing);
        return HandoverCards.Of(transcript, point?.Reason, point?.At);
    }

    /// <summary>Hands a conversation over, or says why not.</summary>
    public async Task<HandoverTaken> HandOverAsync(string key, HandoverOrder order, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (await TryAsync(key, order, cancellationToken) is { } taken)
            {
                return taken;
            }
        }

        throw new InvalidOperationException($"The assignment of '{key}' changed under each of {MaxTries} tries.");
    }

    // Null when the assignment changed meanwhile, so that it is tried again.
    private async Task<HandoverTaken?> TryAsync(string key, HandoverOrder order, CancellationToken cancellationToken)
    {
        if (await standings.ReadStandingAsync(key, cancellationToken) is not { } standing)
        {
            return new HandoverTaken.ConversationUnknown();
        }

        if (await assignments.ReadAsync(key, cancellationToken) is not { View: { } view } before)
        {
            return new HandoverTaken.Impossible(HandoverObstacle.NotRouted);
        }

        if (before.Handovers.Any(handover => handover.Id == order.Id))
        {
            return new HandoverTaken.Done(view);
        }

        if (!before.Open || (order.AdvisorId is not null && order.AdvisorId != view.AdvisorId))
        {
            return new HandoverTaken.Impossible(before.Open ? HandoverObstacle.HeldByAnother : HandoverObstacle.Closed);
        }

        if (await WhoHasAsync(order, view.Decision, cancellationToken) is { } nobody)
        {
            return nobody;
        }

        // Where a bot has it, the advisor who holds the place has not had it yet, and may well be the one who gets it.
        var isFromBot = standing.Floor.Holder == FloorHolder.Bot && standing.State.BotMessages > 0;

        // First of all no bot speaks any more: should the rest fail, a person is still waited for.
        await floor.GiveAsync(key, FloorHolder.Human, FloorCause.HandedOver, cancellationToken);
        return await MoveAsync(standing, before, view, order, isFromBot, cancellationToken);
    }

    private async Task<HandoverTaken?> MoveAsync(
        ConversationStanding standing,
        Assignment before,
        AssignmentView view,
        HandoverOrder order,
        bool isFromBot,
        CancellationToken cancellationToken)
    {
        var (conversation, key) = (standing.Conversation, standing.Conversation.Key);
        var handover = new AskedHandover
        {
            Id = order.Id,
            After = before.LatestCustomer,
            At = clock.GetUtcNow(),
            Reason = order.Reason,
            Skill = order.Skill,
            Level = order.Level,
            From = isFromBot ? null : view.AdvisorId,
        };
        var row = await tables.ReadAsync(TableNames.Conversations, key, ConversationRowKeys.Decision(before.LatestCustomer), cancellationToken);
        var needed = HandoverNeeds.Of([DecisionRow.Read(row!)], before with { Handovers = [.. before.Handovers, handover] }).Last().Decision;
        var placing = await placement.BeginAsync(conversation, before, cancellationToken);
        var advisor = (await placing.ClaimAsync(needed, needed.Need, isFromBot ? view.AdvisorId : null, cancellationToken))?.Profile;
        AssignmentStep[] steps = [.. before.Steps, new(needed.OrderKey, needed.Need, advisor?.Id) { Reason = order.Reason }];
        var after = before with
        {
            Untold = true,
            Handovers = [.. before.Handovers.Append(handover with { To = advisor?.Id }).TakeLast(Assignment.MostHandovers)],
            Steps = steps,

            // What is told of it must not be taken for what was before.
            Revision = before.Revision + 1,
            View = view with
            {
                Status = advisor is null ? AssignmentStatus.Waiting : AssignmentStatus.Assigned,
                Decision = needed.Decision,
                AdvisorId = advisor?.Id,
                AdvisorFirstName = advisor?.FirstName,
                AdvisorLevel = advisor?.Level,
                TransferredAt = Assignment.TransferOf(steps),
                OutOfHours = advisor is null ? placing.OutOfHours(needed.Decision) : null,
            },
        };
        await placement.LineUpAsync(conversation, standing.State.WaitingSince ?? clock.GetUtcNow(), after, cancellationToken);
        if (await assignments.TryWriteAsync(key, after, before, cancellationToken) is not { } written)
        {
            // A place that was claimed here is found astray if it is not used.
            return null;
        }

        await placement.SettleAsync(conversation, before, after, cancellationToken);
        await assignments.TellAsync(key, written, cancellationToken);
        return new HandoverTaken.Done(after.View!);
    }

    // Null when somebody has what is wanted, present or not.
    private async Task<HandoverTaken.NobodyHas?> WhoHasAsync(
        HandoverOrder order, RoutingDecision decision, CancellationToken cancellationToken)
    {
        if (order is { Skill: null, Level: null })
        {
            return null;
        }

        var all = advisors.Recent ?? await advisors.ReadAsync(cancellationToken);
        var (skill, level) = (order.Skill ?? decision.Skill, order.Level ?? 1);
        return all.Any(advisor => advisor.Profile.Skills.GetValueOrDefault(skill) >= level)
            ? null
            : new([.. all.SelectMany(advisor => advisor.Profile.Skills.Where(own => own.Value >= level).Select(own => own.Key))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
