namespace Pipeline.Ports;

/// <summary>
/// Stops asking a service that keeps failing: after some failures in a row nobody asks for a while, then one call tries it, and its end
/// decides for all. It counts in elapsed time, so that a clock that is set back does not prolong the rest. Thread-safe.
/// </summary>
/// <param name="failuresUntilRest">After so many failures in a row it rests.</param>
/// <param name="rest">For how long.</param>
/// <param name="clock">The clock.</param>
internal sealed class Circuit(int failuresUntilRest, TimeSpan rest, TimeProvider clock)
{
    // What a service may ask for: one that says a day would otherwise never be tried again.
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private int _failures;
    private long _restsSince;
    private TimeSpan _restsFor;
    private bool _resting;
    private bool _trying;

    /// <summary>Whether to ask now. Who was told yes must tell how it ended.</summary>
    public bool MayAsk()
    {
        lock (_gate)
        {
            if (!_resting)
            {
                return true;
            }

            if (Rests)
            {
                return false;
            }

            _trying = true;
            return true;
        }
    }

    /// <summary>Whether it is left alone now, so that <see cref="MayAsk"/> would say no.</summary>
    public bool Rests
    {
        get
        {
            lock (_gate)
            {
                return _resting && (_trying || clock.GetElapsedTime(_restsSince) < _restsFor);
            }
        }
    }

    /// <summary>It answered.</summary>
    /// <returns>Whether it had been resting.</returns>
    public bool Succeeded()
    {
        lock (_gate)
        {
            var rested = _resting;
            (_failures, _resting, _trying) = (0, false, false);
            return rested;
        }
    }

    /// <summary>It failed.</summary>
    /// <param name="atOnce">Whether it shall rest whatever was before: it said so itself.</param>
    /// <param name="wanted">How long it asks for; null for the usual rest.</param>
    /// <returns>Whether it rests from now on; false also when it rested already.</returns>
    public bool Failed(bool atOnce = false, TimeSpan? wanted = null)
    {
        lock (_gate)
        {
            _failures++;
            var fails = _trying || atOnce || _failures >= failuresUntilRest;
            var begins = fails && (!_resting || _trying);
            if (begins)
            {
                var asked = wanted ?? rest;
                (_restsSince, _restsFor) = (clock.GetTimestamp(), asked < LongestRest ? asked : LongestRest);
                _resting = true;
            }

            _trying = false;
            return begins;
        }
    }

    /// <summary>It was not asked after all, or nobody waited for its answer: that says nothing of it.</summary>
    public void Withdrawn()
    {
        lock (_gate)
        {
            _trying = false;
        }
    }
}
