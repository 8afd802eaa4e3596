namespace Pipeline.Routing.Capacity;

/// <summary>A conversation that an advisor holds.</summary>
/// <param name="Conversation">Its key.</param>
/// <param name="Effort">How much of the advisor's capacity it takes, in slots: see <see cref="EffortWeights"/>.</param>
/// <param name="Since">When they got it; null when a release that did not write it down gave it to them.</param>
public sealed record AdvisorClaim(string Conversation, double Effort, DateTimeOffset? Since = null);
