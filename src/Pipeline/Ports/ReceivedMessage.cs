namespace Pipeline.Ports;

/// <summary>A message taken from the bus under a lock; it must be settled before the lock runs out, or it is delivered again.</summary>
/// <param name="Message">The message as it was sent.</param>
/// <param name="LockToken">What names this delivery when it is settled. Another delivery of the same message has another token.</param>
/// <param name="DeliveryCount">How many times the message has been delivered, this time included: 1 or more.</param>
/// <param name="EnqueuedAt">When the bus accepted the message.</param>
public sealed record ReceivedMessage(BusMessage Message, string LockToken, int DeliveryCount, DateTimeOffset EnqueuedAt);
