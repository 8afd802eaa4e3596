using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing.Difficulty;
using Pipeline.Routing.Handover;

namespace Pipeline.Routing;

/// <summary>
/// Decides what a conversation needs after a customer's message, and holds a place with an advisor for it until it is closed. Every
/// decision is stored with its reasons; the advisor follows from the decisions in the order of the conversation, whatever the order in
/// which they were made.
/// </summary>
public sealed class RouteStage(ITables tables, RoutingRulesSource rules, Placement placement)
    : IStage<MessageScored, ConversationRouted>
{
    private const int MaxTries = 10;

    // As many as Record keeps heads: the same conversations are open. Only those that an advisor has: one that waits, or is to be opened
    // again, claims a place before it is written, and must be looked at as it is.
    private readonly RecentlyUsed<Assignment> _assignments = new(4096);

    /// <inheritdoc/>
    public async Task<StageResult<ConversationRouted>> RunAsync(MessageScored message, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var result = message.Message.Kind == MessageKind.Close
                ? await TryCloseAsync(message, cancellationToken)
                : await TryDecideAsync(message, cancellationToken);
            if (result is not null)
            {
                return result;
            }

            _assignments.Forget(message.Conversation.Key);
        }

        throw new InvalidOperationException($"The assignment of '{message.Conversation.Key}' changed under each of {MaxTries} tries.");
    }

    // Null when the assignment changed meanwhile, so that the work is tried again.
    private async Task<StageResult<ConversationRouted>?> TryDecideAsync(MessageScored message, CancellationToken cancellationToken)
    {
        var key = message.Conversation.Key;
        var decided = await DecideAsync(message, cancellationToken);
        var before = await ReadAssignmentAsync(key, cancellationToken);
        var isNext = string.CompareOrdinal(decided.OrderKey, before?.LatestCustomer) > 0;
        var stored = isNext ? null : await ReadDecisionAsync(key, decided.OrderKey, cancellationToken);
        if (stored?.Position > decided.Position)
        {
            return new StageResult<ConversationRouted>.Stop("A decision that knew more stands.");
        }

        IReadOnlyList<DecisionRow> decisions = isNext ? [decided] : await ReadDecisionsAsync(key, decided, cancellationToken);
        var after = await AssignAsync(message, before, decisions, isNext, cancellationToken);
        after = after with { Revision = after.Revision + decided.Position - (stored?.Position ?? 0) };
        var row = decided.ToRow(key);
        await placement.LineUpAsync(
            message.Conversation, message.State.WaitingSince ?? message.Message.SentAt, after, cancellationToken);
        if (!await TryApplyAsync(key, before, after, cancellationToken, new TableChange.Upsert(row)))
        {
            return null;
        }

        await placement.SettleAsync(message.Conversation, before, after, cancellationToken);

        // A decision that stood already may have been stored by a run that stopped before it could tell: where it stands is told again. One
        // that knew less will not tell any more, so whoever takes its place tells.
        // What is decided after the close has what was made of the closed conversation made again.
        return Assignment.Differ(before?.View, after.View) || stored is not null || !after.Open || TakesFromBot(message)
            ? Routed(message, after)
            : new StageResult<ConversationRouted>.Stop("Nothing changed.");
    }

    // A bot had the word, and its customer wants a person: whoever has the place is told, though it is the same as before, and gets the card.
    private static bool TakesFromBot(MessageScored message) =>
        message.State is { BotMessages: > 0, AdvisorMessages: 0, Floor: { Cause: FloorCause.PersonWanted } floor }
        && floor.Since == message.Message.OrderKey
        && message.State.Signals.GetValueOrDefault(SignalNames.WantsHuman) <= 1;

    private async Task<StageResult<ConversationRouted>?> TryCloseAsync(MessageScored message, CancellationToken cancellationToken)
    {
        var key = message.Conversation.Key;
        var before = await ReadAssignmentAsync(key, cancellationToken);
        var after = (before ?? new Assignment()).WithClose(message.Message.OrderKey, message.Position);
        if (after.Open)
        {
            // The customer wrote after this close: it stays open. The later of the two closes is noted all the same.
            return await TryApplyAsync(key, before, after, cancellationToken)
                ? new StageResult<ConversationRouted>.Stop("It was opened again after this close.")
                : null;
        }

        after = after with { View = after.View is { } view ? view with { Status = AssignmentStatus.Released } : null };
        if (!await TryApplyAsync(key, before, after, cancellationToken))
        {
            return null;
        }

        await placement.FreeAsync(key, before, cancellationToken);
        return after.View is not null
            ? Routed(message, after)
            : new StageResult<ConversationRouted>.Stop("It was never routed.");
    }

    private async Task<DecisionRow> DecideAsync(MessageScored message, CancellationToken cancellationToken)
    {
        var decision = RoutingDecider.Decide(
            await rules.ReadAsync(cancellationToken), RoutingInput.Of(message.Conversation, message.State));
        var need = new RoutingNeed(decision.Skill, decision.Level, message.State.Language, message.Conversation.Brand);
        return new(message.Message.OrderKey, message.Position, decision, need)
        {
            Effort = await placement.EffortAsync(decision, message.State, cancellationToken),
        };
    }

    private async Task<Assignment> AssignAsync(
        MessageScored message,
        Assignment? before,
        IReadOnlyList<DecisionRow> decisions,
        bool isNext,
        CancellationToken cancellationToken)
    {
        var placing = await placement.BeginAsync(message.Conversation, before, cancellationToken);
        var known = isNext ? before?.Steps ?? [] : [];
        NeededStep[] needed = [.. HandoverNeeds.Of(decisions, before)];
        var after = (before ?? new Assignment()) with
        {
            LatestCustomer = decisions[^1].OrderKey,
            Former = placing.Former,
            Steps = await StepsAsync(placing, known, needed, cancellationToken),
        };
        var step = after.Steps[^1];
        var last = needed[^1].Decision;
        var holder = step.AdvisorId;
        if (after.Open && !(before?.View is { Status: AssignmentStatus.Assigned } held && held.AdvisorId == holder))
        {
            holder = (await placing.ClaimAsync(last, step.Need, holder, cancellationToken))?.Profile.Id;
            after = after with { Steps = [.. after.Steps.SkipLast(1), step with { AdvisorId = holder }] };
        }

        var view = await ViewAsync(last.Decision, holder, after.Open, before?.View, placing, cancellationToken);
        return after with
        {
            View = view with
            {
                TransferredAt = Assignment.TransferOf(after.Steps),
                Effort = last.Effort,
                Returned = before?.View?.Returned,
                OutOfHours = view.Status == AssignmentStatus.Waiting ? placing.OutOfHours(last.Decision) : null,
            },
        };
    }

    // Each new need keeps the advisor who has the conversation if they can meet it, and else chooses another.
    private static async Task<IReadOnlyList<AssignmentStep>> StepsAsync(
        Placing placing, IReadOnlyList<AssignmentStep> known, IEnumerable<NeededStep> needed, CancellationToken cancellationToken)
    {
        var steps = known.ToList();
        foreach (var (decision, reason, heir) in needed.Where(step =>
            steps.Count == 0 || step.Reason is not null || step.Decision.Need != steps[^1].Need))
        {
            var holder = heir ?? (steps.Count > 0 ? steps[^1].AdvisorId : null);
            var chosen = await placing.ChooseAsync(decision, holder, cancellationToken);
            steps.Add(new(decision.OrderKey, decision.Need, chosen?.Profile.Id) { Reason = reason });
        }

        return steps;
    }

    private static async Task<AssignmentView> ViewAsync(
        RoutingDecision decision,
        string? advisorId,
        bool open,
        AssignmentView? before,
        Placing placing,
        CancellationToken cancellationToken)
    {
        var known = advisorId is not null && before?.AdvisorId == advisorId;
        var chosen = advisorId is null || known
            ? null
            : (await placing.AdvisorsAsync(cancellationToken)).FirstOrDefault(advisor => advisor.Profile.Id == advisorId)?.Profile;
        return new AssignmentView
        {
            Status = !open ? AssignmentStatus.Released : advisorId is null ? AssignmentStatus.Waiting : AssignmentStatus.Assigned,
            Decision = decision,
            AdvisorId = advisorId,
            AdvisorFirstName = known ? before!.AdvisorFirstName : chosen?.FirstName,
            AdvisorLevel = known ? before!.AdvisorLevel : chosen?.Level,
        };
    }

    private async Task<Assignment?> ReadAssignmentAsync(string key, CancellationToken cancellationToken) =>
        _assignments.Find(key)
        ?? (await tables.ReadAsync(TableNames.Conversations, key, ConversationRowKeys.Assignment, cancellationToken) is { } row
            ? Assignment.Read(row)
            : null);

    private async Task<DecisionRow?> ReadDecisionAsync(string key, string orderKey, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Conversations, key, ConversationRowKeys.Decision(orderKey), cancellationToken) is { } row
            ? DecisionRow.Read(row)
            : null;

    private async Task<IReadOnlyList<DecisionRow>> ReadDecisionsAsync(string key, DecisionRow decided, CancellationToken cancellationToken)
    {
        var decisions = new List<DecisionRow> { decided };
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Conversations, TableQuery.Prefix(key, ConversationRowKeys.DecisionPrefix), cancellationToken))
        {
            var decision = DecisionRow.Read(row);
            if (decision.OrderKey != decided.OrderKey)
            {
                decisions.Add(decision);
            }
        }

        return [.. decisions.OrderBy(decision => decision.OrderKey, StringComparer.Ordinal)];
    }

    private async Task<bool> TryApplyAsync(
        string key, Assignment? before, Assignment after, CancellationToken cancellationToken, params IEnumerable<TableChange> more)
    {
        try
        {
            var versions = await tables.ApplyAsync(
                TableNames.Conversations, key, [after.Over(key, before), .. more], cancellationToken);
            if (after.View is { Status: AssignmentStatus.Assigned })
            {
                _assignments.Remember(key, after with { ETag = versions[0] });
            }
            else
            {
                _assignments.Forget(key);
            }

            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    private static ConversationRouted Routed(MessageScored message, Assignment assignment) => new()
    {
        Conversation = message.Conversation,
        MessageId = message.Message.MessageId,
        Position = assignment.Revision,
        Decision = assignment.View!.Decision,
        AdvisorId = assignment.View.AdvisorId,
        AdvisorFirstName = assignment.View.AdvisorFirstName,
        Status = assignment.View.Status,
        OutOfHours = assignment.View.OutOfHours,
        Returned = assignment.View.Returned,
    };
}
