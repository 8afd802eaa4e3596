namespace Pipeline.Training.Cost;

/// <summary>
/// Adds up the time for which an instance is billed: from when it begins to work until it has nothing left to do, at least the minimum, rounded
/// up. What begins within time that is paid for already belongs to the same period.
/// </summary>
/// <param name="minimum">The shortest period that is billed.</param>
/// <param name="step">What longer ones are rounded up to.</param>
public sealed class ActiveTime(TimeSpan minimum, TimeSpan step)
{
    private TimeSpan _from;
    private TimeSpan _to = TimeSpan.MinValue;
    private TimeSpan _before;

    /// <summary>All time that is billed.</summary>
    public TimeSpan Billed => _before + (_to == TimeSpan.MinValue ? TimeSpan.Zero : Period());

    /// <summary>Adds a stretch of work; they come in the order in which they begin.</summary>
    public void Add(TimeSpan start, TimeSpan end)
    {
        if (_to != TimeSpan.MinValue && start <= _from + Period())
        {
            _to = end > _to ? end : _to;
            return;
        }

        _before = Billed;
        (_from, _to) = (start, end);
    }

    private TimeSpan Period()
    {
        var worked = _to - _from;
        return worked <= minimum ? minimum : TimeSpan.FromTicks((worked.Ticks + step.Ticks - 1) / step.Ticks * step.Ticks);
    }
}
