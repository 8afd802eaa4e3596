using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Pipeline.Web.Access;

/// <summary>A token bucket a caller, in this process: each request takes a token, and tokens come back at a steady rate.</summary>
public sealed class RateLimits(IOptions<AccessOptions> options, TimeProvider clock)
{
    /// <summary>Beyond so many callers, those are forgotten whose tokens have all come back: that changes nothing for them.</summary>
    public const int MaxRemembered = 10_000;

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>How many callers are remembered.</summary>
    public int Remembered => _buckets.Count;

    /// <summary>Takes a token of a caller.</summary>
    /// <returns>Null when there was one; else how long until there is one.</returns>
    public TimeSpan? Take(string name)
    {
        var settings = options.Value;
        var now = clock.GetTimestamp();
        if (_buckets.Count >= MaxRemembered && !_buckets.ContainsKey(name))
        {
            Forget(settings, now);
        }

        var bucket = _buckets.GetOrAdd(name, static (_, first) => new Bucket(first.Burst, first.now), (settings.Burst, now));
        lock (bucket)
        {
            var earned = clock.GetElapsedTime(bucket.At, now).TotalSeconds * settings.RequestsPerSecond;
            bucket.Tokens = Math.Min(settings.Burst, bucket.Tokens + Math.Max(0, earned));
            bucket.At = Math.Max(bucket.At, now);
            if (bucket.Tokens >= 1)
            {
                bucket.Tokens--;
                return null;
            }

            return TimeSpan.FromSeconds((1 - bucket.Tokens) / settings.RequestsPerSecond);
        }
    }

    private void Forget(AccessOptions settings, long now)
    {
        foreach (var (name, bucket) in _buckets)
        {
            lock (bucket)
            {
                if (bucket.Tokens + (clock.GetElapsedTime(bucket.At, now).TotalSeconds * settings.RequestsPerSecond) >= settings.Burst)
                {
                    _buckets.TryRemove(name, out _);
                }
            }
        }
    }

    private sealed class Bucket(double tokens, long at)
    {
        public double Tokens { get; set; } = tokens;

        public long At { get; set; } = at;
    }
}
