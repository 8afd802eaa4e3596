using Pipeline.Ports;

namespace Pipeline.Capture.Platforms;

/// <summary>
/// Calls the APIs of platforms: only hosts that are configured, no redirects, ten seconds. What goes wrong is told apart by whether trying
/// again can help, and its message names the address and the status, never what was sent.
/// </summary>
public sealed class PlatformApi : IDisposable
{
    private const int MaxAnswerBytes = 4 * 1024 * 1024;

    // A platform that asks for more is asked again after a day, and asks again.
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private readonly HttpClient _client;
    private readonly TimeProvider _clock;

    /// <summary>Calls with a time-out of ten seconds.</summary>
    /// <param name="clock">Tells how far off the time is that an answer asks to wait for.</param>
    public PlatformApi(TimeProvider? clock = null)
        : this(TimeSpan.FromSeconds(10), clock)
    {
    }

    /// <summary>Calls with another time-out.</summary>
    /// <param name="timeout">The most that one call may take, its answer included.</param>
    /// <param name="clock">Tells how far off the time is that an answer asks to wait for.</param>
    public PlatformApi(TimeSpan timeout, TimeProvider? clock = null)
    {
        _clock = clock ?? TimeProvider.System;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // Long-lived connections would never see that a host's address changed.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        _client = new HttpClient(handler) { Timeout = timeout, MaxResponseContentBufferSize = MaxAnswerBytes };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("conversation-pipeline/1");
    }

    /// <summary>Sends a request and returns the body of its answer.</summary>
    /// <param name="configured">The configured address: the request must go to its scheme, host and port.</param>
    /// <param name="request">The request; it is disposed of.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HttpRequestException">
    /// No answer, or one that says "later" (408, 425, 429, 5xx); a <see cref="PlatformBusyException"/> where it says how much later.
    /// </exception>
    /// <exception cref="PlatformRefusedException">An answer that will be the same next time: any other status but success.</exception>
    public async Task<byte[]> SendAsync(Uri configured, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var owned = request;
        var call = $"{request.Method} {configured.GetLeftPart(UriPartial.Authority)}";
        if (request.RequestUri is not { IsAbsoluteUri: true } address
            || Uri.Compare(address, configured, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.Ordinal) != 0)
        {
            throw new PlatformRefusedException($"{call}: the address of the call is not at the configured host.");
        }

        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            Check(call, response);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"{call} took longer than {_client.Timeout.TotalSeconds} s.", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private void Check(string call, HttpResponseMessage response)
    {
        var status = response.StatusCode;
        switch ((int)status)
        {
            case >= 200 and < 300:
                return;
            case 429 or 503 when RetryAfter(response) is { } pause:
                throw new PlatformBusyException(
                    $"{call} was answered {(int)status}: not before {Math.Ceiling(pause.TotalSeconds)} s have passed.", status, pause);
            case 408 or 425 or 429 or >= 500:
                throw new HttpRequestException($"{call} was answered {(int)status}: later.", null, status);
            case >= 300 and < 400:
                throw new PlatformRefusedException($"{call} was answered {(int)status}: redirects are not followed.");
            default:
                throw new PlatformRefusedException($"{call} was answered {(int)status}.");
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter;
        var pause = asked?.Delta ?? (asked?.Date - _clock.GetUtcNow());
        return pause > TimeSpan.Zero ? (pause < LongestPause ? pause : LongestPause) : null;
    }
}
