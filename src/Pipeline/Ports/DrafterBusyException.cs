namespace Pipeline.Ports;

/// <summary>The language model's service asks to be left alone.</summary>
public sealed class DrafterBusyException(string message, TimeSpan? retryAfter, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>How long it asks for; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
