using Microsoft.Extensions.Logging;

namespace Pipeline.Suggestions.Editing;

/// <summary>
/// What is read from a table and kept in memory. It is loaded at first use, and again by the first reader after a minute: nobody waits for that, all
/// keep what they have until the new takes its place at once.
/// </summary>
/// <typeparam name="T">What is kept; immutable.</typeparam>
/// <param name="load">Loads it anew, from what was kept before; null at first.</param>
/// <param name="byDay">Whether a new day (UTC) makes it due before the minute is over.</param>
/// <param name="table">The table, for the log.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="logger">Told when a load failed that nobody waits for.</param>
internal sealed class RefreshedSnapshot<T>(
    Func<T?, CancellationToken, Task<T>> load, bool byDay, string table, TimeProvider clock, ILogger logger) : IDisposable
    where T : class
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile T? _kept;
    private long _due;

    /// <summary>What is kept. Waits only for the very first load.</summary>
    /// <exception cref="Exception">The first load failed, with whatever the table throws; the next call tries again.</exception>
    public async ValueTask<T> ReadAsync(CancellationToken cancellationToken)
    {
        if (_kept is not { } kept)
        {
            return await LoadFirstAsync(cancellationToken);
        }

        var now = clock.GetUtcNow();
        var due = Interlocked.Read(ref _due);

        // Due, or the clock was set back.
        var isDue = now.UtcTicks >= due || now.UtcTicks < due - Interval.Ticks;
        if (isDue && Interlocked.CompareExchange(ref _due, NextDue(now), due) == due)
        {
            // Exactly one reader gets here each time, and even it does not wait.
            _ = Task.Run(RefreshAsync, CancellationToken.None);
        }

        return kept;
    }

    /// <summary>Lets the next reader start a load: something was changed here.</summary>
    public void Refresh() => Interlocked.Exchange(ref _due, 0);

    /// <inheritdoc/>
    public void Dispose() => _loading.Dispose();

    private long NextDue(DateTimeOffset now) => byDay
        ? Math.Min(now.UtcTicks + Interval.Ticks, now.UtcDateTime.Date.AddDays(1).Ticks)
        : now.UtcTicks + Interval.Ticks;

    private async Task<T> LoadFirstAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            if (_kept is { } loaded)
            {
                return loaded;
            }

            var kept = await load(null, cancellationToken);
            Interlocked.Exchange(ref _due, NextDue(clock.GetUtcNow()));
            return _kept = kept;
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task RefreshAsync()
    {
        // One after the other, so that what was read later stands in the end.
        await _loading.WaitAsync(CancellationToken.None);
        try
        {
            _kept = await load(_kept, CancellationToken.None);
        }
#pragma warning disable CA1031 // Nobody waits for this: what is in memory stays, and the next time tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            SnapshotLog.NotRefreshed(logger, table, exception);
        }
        finally
        {
            _loading.Release();
        }
    }
}
