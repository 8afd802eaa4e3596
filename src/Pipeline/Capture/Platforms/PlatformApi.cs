using Pipeline.Capture.Platforms.Calls;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms;

/// <summary>
/// Calls the APIs of platforms: only hosts that are configured, no redirects, no private networks unless configured, ten seconds; each
/// account at its pace, and a host that fails is left alone for a while. What goes wrong is told apart by whether trying again can help, and
/// its message names the address and the status, never what was sent.
/// </summary>
public sealed class PlatformApi : IDisposable
{
    private const int MaxAnswerBytes = 4 * 1024 * 1024;

    // A platform that asks for more is asked again after a day, and asks again.
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private readonly HttpClient _client;
    private readonly TimeProvider _clock;
    private readonly AccountPaces _paces;
    private readonly HostBreakers _breakers;

    /// <summary>Calls platforms on this machine, without any settings, with a time-out of ten seconds.</summary>
    /// <param name="clock">Tells the time; null for the system's.</param>
    public PlatformApi(TimeProvider? clock = null)
        : this(OnThisMachine(), clock)
    {
    }

    /// <summary>Calls platforms on this machine, without any settings, with another time-out.</summary>
    /// <param name="timeout">The most that one call may take, its answer included.</param>
    /// <param name="clock">Tells the time; null for the system's.</param>
    public PlatformApi(TimeSpan timeout, TimeProvider? clock = null)
        : this(OnThisMachine(), clock, timeout)
    {
    }

    /// <summary>Calls the configured platforms.</summary>
    /// <param name="options">The accounts, and the hosts that may be private.</param>
    /// <param name="clock">Tells the time; null for the system's.</param>
    /// <param name="timeout">The most that one call may take, its answer included; null for ten seconds.</param>
    public PlatformApi(PlatformOptions options, TimeProvider? clock = null, TimeSpan? timeout = null)
    {
        _clock = clock ?? TimeProvider.System;
        _paces = new AccountPaces(options, _clock);
        _breakers = new HostBreakers(_clock);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // A proxy would resolve names where nothing checks what they lead to.
            UseProxy = false,
            ConnectCallback = new GuardedConnection(options.PrivateHosts).OpenAsync,

            // Long-lived connections would never see that a host's address changed.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        _client = new HttpClient(handler)
        {
            Timeout = timeout ?? TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = MaxAnswerBytes,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("conversation-pipeline/1");
    }

    /// <summary>Sends a request and returns the body of its answer.</summary>
    /// <param name="configured">
    /// The configured address, as the account's settings hold it: the request must go to its scheme, host and port, and whose pace it is told by it.
    /// </param>
    /// <param name="request">The request; it is disposed of.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HttpRequestException">
    /// No answer, or one that says "later" (408, 425, 429, 5xx); a <see cref="PlatformBusyException"/> where it is known how much later: the
    /// platform said it, the account has used up its calls, or the host failed too often.
    /// </exception>
    /// <exception cref="PlatformRefusedException">
    /// What will be the same next time: any other status but success, another host than the configured one, or a private address.
    /// </exception>
    public async Task<byte[]> SendAsync(Uri configured, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var owned = request;
        var host = configured.GetLeftPart(UriPartial.Authority);
        var call = $"{request.Method} {host}";
        if (request.RequestUri is not { IsAbsoluteUri: true } address
            || Uri.Compare(address, configured, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.Ordinal) != 0)
        {
            throw new PlatformRefusedException($"{call}: the address of the call is not at the configured host.");
        }

        var pace = _paces.Of(configured);
        await _paces.TakeAsync(pace, call, cancellationToken);
        try
        {
            return await _breakers.RunAsync(host, token => CallAsync(call, request, token), cancellationToken);
        }
        catch (PlatformBusyException busy) when (busy.StatusCode is not null)
        {
            pace.Pause(busy.RetryAfter);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static PlatformOptions OnThisMachine() => new() { PrivateHosts = { "127.0.0.1", "::1", "localhost" } };

    private async Task<byte[]> CallAsync(string call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            Check(call, response);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.InnerException is PrivateAddressException)
        {
            throw new PlatformRefusedException(
                $"{call}: the host leads to a private network; {PlatformOptions.Section}:{nameof(PlatformOptions.PrivateHosts)} does not name it.");
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"{call} took longer than {_client.Timeout.TotalSeconds} s.", exception);
        }
    }

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
