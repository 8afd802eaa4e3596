namespace Pipeline.Flow;

/// <summary>
/// How long a failed message rests before it is given back to the bus. Service Bus redelivers at once, so that ten deliveries of a message
/// that met a storage in trouble would be used up in a second; with these pauses they last for half a minute.
/// </summary>
public static class RedeliveryPause
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);

    // Well within the lock of a minute: the message must still be held when it is given back.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The pause of a message that met a storage which can't be written. It is not counted against the message, so it does not grow.
    /// </summary>
    public static TimeSpan WithoutStorage { get; } = TimeSpan.FromSeconds(5);

    /// <summary>The pause after a delivery failed: doubled each time, from 100 ms up to 10 s.</summary>
    /// <param name="deliveryCount">Which delivery it was, 1 or more.</param>
    public static TimeSpan After(int deliveryCount)
    {
        var pause = First * Math.Pow(2, Math.Min(deliveryCount - 1, 10));
        return pause < Longest ? pause : Longest;
    }
}
