using Pipeline.Ports;

namespace Pipeline.Routing;

/// <summary>Who holds what, by the rows of the advisors.</summary>
public sealed class AdvisorLoads(AdvisorDirectory advisors) : IAdvisorLoads
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<AdvisorLoad>> ReadAsync(CancellationToken cancellationToken) =>
    [
        .. (await advisors.ReadAsync(cancellationToken)).Select(advisor =>
            new AdvisorLoad(advisor.Profile.Id, advisor.Profile.Level, [.. advisor.Claims.Select(claim => claim.Conversation)])),
    ];
}
