using Pipeline.Ports;
using Pipeline.Routing.Capacity;

namespace Pipeline.Routing.Availability;

/// <summary>The advisors, as colleagues see them.</summary>
public sealed class Colleagues(AdvisorDirectory advisors, CapacityRulesSource capacity, TimeProvider clock) : IColleagues
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Colleague>> ReadAsync(CancellationToken cancellationToken)
    {
        var patience = (await capacity.ReadAsync(cancellationToken)).HeartbeatPatience;
        var now = clock.GetUtcNow();
        return [.. (await advisors.ReadAsync(cancellationToken)).Select(advisor => Of(advisor, advisor.TakesAt(now, patience)))];
    }

    /// <inheritdoc/>
    public async Task<Colleague?> FindAvailableAsync(
        string about, string skill, string language, string brand, string? except, CancellationToken cancellationToken)
    {
        var patience = (await capacity.ReadAsync(cancellationToken)).HeartbeatPatience;
        var ask = new AdvisorAsk(about, new RoutingNeed(skill, LevelBand.FrontLine, language, brand) { Except = except }) { Effort = 0 };
        return AdvisorChoice.Of(await advisors.ReadAsync(cancellationToken), ask, clock.GetUtcNow(), patience) is { } chosen
            ? Of(chosen, available: true)
            : null;
    }

    private static Colleague Of(Advisor advisor, bool available) => new(
        advisor.Profile.Id, advisor.Profile.FirstName, [.. advisor.Profile.Skills.Keys.Order(StringComparer.Ordinal)], available);
}
