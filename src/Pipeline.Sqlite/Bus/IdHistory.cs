using System.Numerics;

namespace Pipeline.Sqlite.Bus;

/// <summary>
/// The ids that a queue or topic accepted within its duplicate window, in segments by time: a segment is forgotten whole, so an id is
/// remembered for the window and up to an eighth more.
/// </summary>
internal sealed class IdHistory(TimeSpan window)
{
    private const int MinCapacity = 1 << 10;
    private const int MaxCapacity = 1 << 20;

    private readonly Queue<IdSegment> _segments = [];
    private IdSegment? _newest;

    /// <summary>Whether the id was accepted within the window.</summary>
    public bool Contains(MessageIdHash id)
    {
        foreach (var segment in _segments)
        {
            if (segment.Contains(id))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Remembers an id.</summary>
    public void Add(MessageIdHash id, DateTimeOffset at)
    {
        if (_newest is null || _newest.IsFull || at - _newest.Start > window / 8)
        {
            // As large as the one before turned out to be needed, and twice that when it was full.
            var size = Math.Clamp((_newest?.Count ?? 0) * 2, MinCapacity, MaxCapacity);
            _newest = new IdSegment(at, (int)BitOperations.RoundUpToPowerOf2((uint)size));
            _segments.Enqueue(_newest);
        }

        _newest.Add(id, at);
    }

    /// <summary>
    /// Notices that the clock was set back, by more than clocks wander: ids from what is the future now count as from now. Otherwise those
    /// of a clock that was a year ahead would be kept, and all after them, for a year.
    /// </summary>
    /// <returns>Whether it was.</returns>
    public bool NoticeSetBack(DateTimeOffset now)
    {
        if (_newest is null || _newest.Last - now <= window / 8)
        {
            return false;
        }

        foreach (var segment in _segments)
        {
            segment.SetBack(now);
        }

        return true;
    }

    /// <summary>Forgets segments whose every id is older than the window.</summary>
    /// <returns>The time of the last id that was forgotten; null when none was.</returns>
    public DateTimeOffset? Forget(DateTimeOffset now)
    {
        DateTimeOffset? forgotten = null;
        while (_segments.TryPeek(out var oldest) && oldest.Last + window <= now)
        {
            forgotten = oldest.Last;
            _segments.Dequeue();
            _newest = _segments.Count == 0 ? null : _newest;
        }

        return forgotten;
    }
}
