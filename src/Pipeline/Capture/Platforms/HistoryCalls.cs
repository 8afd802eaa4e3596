using System.Text.Json;
using Pipeline.Capture.Reading;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms;

/// <summary>Asks platforms for their history: waits as a platform asks for, when that is not long, and reads JSON.</summary>
public sealed class HistoryCalls(PlatformApi api, TimeProvider clock)
{
    private const int MaxAttempts = 5;

    // Objects and arrays that lie around what a webhook's body may hold.
    private const int Around = 4;

    /// <summary>The longest that a call waits by itself; a platform that asks for more is left alone until the next sweep.</summary>
    public static TimeSpan LongestWait { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Sends a request, again after a wait while the platform asks for one, and reads its answer.</summary>
    /// <param name="configured">The configured address.</param>
    /// <param name="request">Makes the request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HttpRequestException">The platform did not answer, or asks for a long wait.</exception>
    /// <exception cref="PlatformRefusedException">The platform refuses, or its answer is not JSON.</exception>
    public async Task<JsonDocument> SendAsync(Uri configured, Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Parse(await api.SendAsync(configured, request(), cancellationToken));
            }
            catch (PlatformBusyException busy) when (busy.RetryAfter <= LongestWait && attempt < MaxAttempts)
            {
                await Task.Delay(busy.RetryAfter, clock, cancellationToken);
            }
        }
    }

    private static JsonDocument Parse(byte[] answer)
    {
        try
        {
            return JsonDocument.Parse(answer, new JsonDocumentOptions { MaxDepth = CaptureLimits.Depth + Around });
        }
        catch (JsonException exception)
        {
            // Its place alone: the parser's own message shows a character of the answer.
            throw new PlatformRefusedException(
                $"The history is not JSON: reading stopped at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }
    }
}
