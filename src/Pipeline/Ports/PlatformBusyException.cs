using System.Net;

namespace Pipeline.Ports;

/// <summary>The platform is to be left alone for a while: it asks for it (429 or 503 with Retry-After), or our own limits do.</summary>
/// <param name="message">What was called, and why not now.</param>
/// <param name="status">The answer's status; null where the host was not called, for it failed too often.</param>
/// <param name="retryAfter">How long.</param>
public sealed class PlatformBusyException(string message, HttpStatusCode? status, TimeSpan retryAfter)
    : HttpRequestException(message, null, status)
{
    /// <summary>How long.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
