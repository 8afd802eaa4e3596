using System.Net;

namespace Pipeline.Ports;

/// <summary>The platform asks to be left alone for a while (429 or 503 with Retry-After).</summary>
public sealed class PlatformBusyException(string message, HttpStatusCode status, TimeSpan retryAfter)
    : HttpRequestException(message, null, status)
{
    /// <summary>How long.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
