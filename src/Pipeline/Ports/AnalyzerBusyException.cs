namespace Pipeline.Ports;

/// <summary>An analysing service asks to be left alone for a while (429, or 503 with Retry-After).</summary>
/// <param name="message">What it answered; never the text it was sent.</param>
/// <param name="retryAfter">How long it asks for; null when it does not say.</param>
/// <param name="inner">What the adapter met.</param>
public sealed class AnalyzerBusyException(string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How long it asks for; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
