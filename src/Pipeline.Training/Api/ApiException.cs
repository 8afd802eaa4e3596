namespace Pipeline.Training.Api;

/// <summary>The host refused, or could not be asked; the message is for the person at the terminal.</summary>
public sealed class ApiException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The status of the host's answer; null when there was none that could be read.</summary>
    public int? Status { get; init; }

    /// <summary>How long the host asks to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
