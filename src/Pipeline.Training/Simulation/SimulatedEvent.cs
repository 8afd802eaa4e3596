using Pipeline.Replay;

namespace Pipeline.Training.Simulation;

/// <summary>Something that happened on the simulated platform.</summary>
/// <param name="ConversationId">The platform's id of the conversation.</param>
/// <param name="SentAt">When, by the platform's clock.</param>
/// <param name="Webhook">The webhook that tells it.</param>
public sealed record SimulatedEvent(string ConversationId, DateTimeOffset SentAt, ReplayedEvent Webhook);
