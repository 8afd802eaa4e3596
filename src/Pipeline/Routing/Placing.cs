using Pipeline.Messages;
using Pipeline.Routing.Calendars;
using Pipeline.Routing.Capacity;

namespace Pipeline.Routing;

/// <summary>One try at finding an advisor for a conversation: the rules and the advisors are read once for it.</summary>
public sealed class Placing(
    AdvisorDirectory advisors,
    CapacityRules rules,
    CalendarRules calendars,
    DateTimeOffset now,
    Conversation conversation,
    string? former,
    string? avoid)
{
    private IReadOnlyList<Advisor>? _advisors = advisors.Recent;
    private bool _readNow;

    /// <summary>The advisor whom the customer had before; null when none is known.</summary>
    public string? Former => former;

    /// <summary>The advisors as they were a moment ago.</summary>
    public async ValueTask<IReadOnlyList<Advisor>> AdvisorsAsync(CancellationToken cancellationToken) =>
        _advisors ?? await ReadNowAsync(cancellationToken);

    /// <summary>Who should take it after a decision; null when nobody can now. Nothing is claimed.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="holder">Who has it now; null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Advisor?> ChooseAsync(DecisionRow decision, string? holder, CancellationToken cancellationToken) =>
        IsClosed(decision.Decision, holder)
            ? null
            : AdvisorChoice.Of(
                await AdvisorsAsync(cancellationToken), Ask(decision, decision.Need, holder), now, rules.HeartbeatPatience);

    /// <summary>Claims a place; null when nobody has room now.</summary>
    /// <param name="decision">The last decision.</param>
    /// <param name="need">What is needed.</param>
    /// <param name="holder">Who was chosen; null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Advisor?> ClaimAsync(DecisionRow decision, RoutingNeed need, string? holder, CancellationToken cancellationToken)
    {
        if (IsClosed(decision.Decision, holder))
        {
            return null;
        }

        var ask = Ask(decision, need, holder) with { KeepsClaim = true };
        var claimed = await advisors.ClaimAsync(await AdvisorsAsync(cancellationToken), ask, rules.HeartbeatPatience, cancellationToken);

        // That nobody has room an old picture may say wrongly: it is believed only of the advisors as they are.
        return claimed is not null || _readNow
            ? claimed
            : await advisors.ClaimAsync(await ReadNowAsync(cancellationToken), ask, rules.HeartbeatPatience, cancellationToken);
    }

    /// <summary>What the customer may be told while the service is closed; null while it is open.</summary>
    public OutOfHours? OutOfHours(RoutingDecision decision) =>
        calendars.ClosingOf(decision.Skill, conversation.Brand, decision.Urgent, now) is { } closing
            ? OpeningWords.Of(closing, now)
            : null;

    private async Task<IReadOnlyList<Advisor>> ReadNowAsync(CancellationToken cancellationToken)
    {
        _readNow = true;
        return _advisors = await advisors.ReadAsync(cancellationToken);
    }

    // Closing time stops new conversations, and not those that an advisor has.
    private bool IsClosed(RoutingDecision decision, string? holder) =>
        holder is null && calendars.ClosingOf(decision.Skill, conversation.Brand, decision.Urgent, now) is not null;

    private AdvisorAsk Ask(DecisionRow decision, RoutingNeed need, string? holder) => new(conversation.Key, need)
    {
        Effort = decision.Effort,
        Channel = conversation.Channel,
        Holder = holder,
        Former = former,
        Avoid = avoid,
        Pool = rules.PoolFor(need, TimeSpan.Zero),
    };
}
