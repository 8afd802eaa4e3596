namespace Pipeline.Ports;

/// <summary>What becomes of one received message.</summary>
/// <param name="LockToken">The delivery that is settled.</param>
public abstract record Settlement(string LockToken)
{
    /// <summary>The work is done: the message is removed.</summary>
    public sealed record Complete(string LockToken) : Settlement(LockToken);

    /// <summary>The work failed and may succeed later: the message is delivered again, or dead-lettered after its last delivery.</summary>
    /// <param name="LockToken">The delivery that is settled.</param>
    /// <param name="Reason">Why, for the dead letter's history. No text of a customer.</param>
    /// <param name="Pause">How long the host should hold it before it gives it back; the bus itself gives it back at once.</param>
    /// <param name="Counts">
    /// False when the message is not to blame, so that this is not one of its deliveries. The embedded bus follows it; Service Bus counts all.
    /// </param>
    public sealed record Abandon(string LockToken, string Reason, TimeSpan Pause = default, bool Counts = true) : Settlement(LockToken);

    /// <summary>The work can never succeed: the message goes to the dead-letter queue.</summary>
    /// <param name="LockToken">The delivery that is settled.</param>
    /// <param name="Reason">A short code, such as <c>BadBody</c>.</param>
    /// <param name="Description">A sentence for the administrator. No text of a customer.</param>
    public sealed record DeadLetter(string LockToken, string Reason, string Description) : Settlement(LockToken);
}
