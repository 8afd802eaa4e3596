using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>An advisor and the open conversations they hold.</summary>
/// <param name="AdvisorId">The platform's id of the advisor.</param>
/// <param name="Level">How experienced they are; null when not known.</param>
/// <param name="Conversations">The keys of the conversations.</param>
public sealed record AdvisorLoad(string AdvisorId, AdvisorLevel? Level, IReadOnlyList<string> Conversations);

/// <summary>Tells who holds what.</summary>
public interface IAdvisorLoads
{
    /// <summary>All advisors with what they hold: one query, however many conversations there are.</summary>
    Task<IReadOnlyList<AdvisorLoad>> ReadAsync(CancellationToken cancellationToken);
}
