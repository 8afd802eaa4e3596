using System.Globalization;

namespace Pipeline.Sqlite.Bus;

/// <summary>Names of locks: a number of this run of the bus and one of the lock, so that no name comes twice. Thread-safe.</summary>
internal sealed class LockTokens(long run)
{
    private long _last;

    /// <summary>The next name.</summary>
    public string Next() => string.Create(CultureInfo.InvariantCulture, $"{run:x}-{Interlocked.Increment(ref _last):x}");
}
