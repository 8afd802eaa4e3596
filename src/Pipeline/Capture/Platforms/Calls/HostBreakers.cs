using System.Collections.Concurrent;
using Pipeline.Ports;
using Polly;
using Polly.CircuitBreaker;

namespace Pipeline.Capture.Platforms.Calls;

/// <summary>
/// A circuit breaker for each host: one that goes on failing is left alone for a while, so that calls to it do not all wait for their
/// time-outs, and it can come back. One call is then tried.
/// </summary>
internal sealed class HostBreakers(TimeProvider clock)
{
    /// <summary>How many calls within <see cref="Window"/> it takes to judge a host.</summary>
    public const int FewestCalls = 10;

    private const double MostFailures = 0.8;

    private readonly ConcurrentDictionary<string, ResiliencePipeline> _breakers = new(StringComparer.Ordinal);

    /// <summary>How long a host that failed is left alone.</summary>
    public static TimeSpan Break { get; } = TimeSpan.FromSeconds(15);

    /// <summary>The time over which failures are counted.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Makes a call unless its host is left alone.</summary>
    /// <param name="host">Scheme, host and port.</param>
    /// <param name="call">Makes the call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="PlatformBusyException">The host is left alone.</exception>
    public async Task<byte[]> RunAsync(string host, Func<CancellationToken, Task<byte[]>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await _breakers.GetOrAdd(host, _ => Build()).ExecuteAsync(
                async (make, token) => await make(token), call, cancellationToken);
        }
        catch (BrokenCircuitException broken)
        {
            throw new PlatformBusyException(
                $"{host} was not called: it failed too often, and is left alone for a while.", null, broken.RetryAfter ?? Break);
        }
    }

    // That a host asks for time (429, Retry-After) or refuses shows that it works.
    private ResiliencePipeline Build() => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = MostFailures,
            MinimumThroughput = FewestCalls,
            SamplingDuration = Window,
            BreakDuration = Break,
            ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>(
                exception => exception is not PlatformBusyException and not { StatusCode: System.Net.HttpStatusCode.TooManyRequests }),
        })
        .Build();
}
