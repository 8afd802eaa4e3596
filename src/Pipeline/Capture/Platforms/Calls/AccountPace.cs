namespace Pipeline.Capture.Platforms.Calls;

/// <summary>
/// How fast one account is called: a bucket of tokens that fills evenly, and the pause that the platform asks for. Own, and not the one of the
/// framework, because that one has its own clock, and cannot say how long to wait without holding the caller.
/// </summary>
internal sealed class AccountPace
{
    /// <summary>The longest that a call is held until there is a token; one that would wait longer is put off.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(5);

    // What may come at once after a silence: as much as ten seconds allow.
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly TimeSpan _interval;
    private TimeSpan _full;
    private TimeSpan _pausedUntil;

    /// <summary>A full bucket.</summary>
    /// <param name="callsPerMinute">How many tokens come in a minute.</param>
    /// <param name="clock">The clock.</param>
    public AccountPace(int callsPerMinute, TimeProvider clock)
    {
        _clock = clock;
        _start = clock.GetTimestamp();
        _interval = TimeSpan.FromMinutes(1) / callsPerMinute;
    }

    private TimeSpan Now => _clock.GetElapsedTime(_start);

    /// <summary>Takes a token.</summary>
    /// <param name="hold">How long to hold the call before it is made; zero for none.</param>
    /// <param name="putOff">How long the account is not to be called; the call is not to be made when it is more than zero.</param>
    /// <returns>Whether the call may be made.</returns>
    public bool TryTake(out TimeSpan hold, out TimeSpan putOff)
    {
        lock (_lock)
        {
            var now = Now;
            hold = TimeSpan.Zero;
            putOff = _pausedUntil - now;
            if (putOff > TimeSpan.Zero)
            {
                return false;
            }

            putOff = TimeSpan.Zero;

            // The bucket is told by the time at which it is full again: each token moves that by what it takes to come.
            var full = (_full > now ? _full : now) + _interval;
            var wait = full - now - (_interval > Burst ? _interval : Burst);
            if (wait > LongestHold)
            {
                putOff = wait;
                return false;
            }

            _full = full;
            hold = wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
            return true;
        }
    }

    /// <summary>What is left of a pause; zero when there is none.</summary>
    public TimeSpan Paused()
    {
        lock (_lock)
        {
            var left = _pausedUntil - Now;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Makes no call until the time is over. A shorter pause does not end a longer one.</summary>
    public void Pause(TimeSpan time)
    {
        lock (_lock)
        {
            var until = Now + time;
            _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
        }
    }
}
