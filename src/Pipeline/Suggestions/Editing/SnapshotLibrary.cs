using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Pipeline.Ports;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Editing;

/// <summary>
/// The texts in force, in memory, by language. They are loaded from the table at first use and again when a minute has passed since or a day
/// (UTC) has begun; meanwhile readers keep the snapshot they have, and the new one takes its place at once.
/// </summary>
/// <typeparam name="TText">How the texts are written down.</typeparam>
/// <typeparam name="T">A text, checked.</typeparam>
/// <typeparam name="TIndex">What readers get for a language.</typeparam>
public abstract class SnapshotLibrary<TText, T, TIndex>(
    EditedTable<TText, T> table, ITables tables, TimeProvider clock, ILogger logger) : IDisposable
    where TText : EditedText
    where T : class, IEdited<TText>
    where TIndex : class
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Snapshot? _snapshot;
    private long _nextRefresh;

    /// <summary>What is in force in a language; null when no text is in it. Waits only for the very first load.</summary>
    /// <exception cref="Exception">The first load failed, with whatever the tables throw; the next call tries again.</exception>
    public async ValueTask<TIndex?> ReadAsync(string language, CancellationToken cancellationToken) =>
        (await SnapshotAsync(cancellationToken)).Languages.GetValueOrDefault(language)?.Index;

    /// <summary>
    /// Whether what a suggestion was made from may still be suggested: approved, valid, not retired, and in no newer version. A source that
    /// is of another kind than these texts is not theirs to take back: true.
    /// </summary>
    /// <param name="source">The suggestion's source, see <see cref="TextSource"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<bool> IsOfferedAsync(string source, CancellationToken cancellationToken)
    {
        if (TextSource.Read(source) is not { } named || named.Kind != table.Kind)
        {
            return true;
        }

        var snapshot = await SnapshotAsync(cancellationToken);
        return snapshot.Languages.Values.Any(language => language.InForce.GetValueOrDefault(named.Id) == named.Version);
    }

    /// <summary>Lets the next reader start a load: something was edited here.</summary>
    public void Refresh() => Interlocked.Exchange(ref _nextRefresh, 0);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes what readers get from the texts of a language that are in force.</summary>
    protected abstract TIndex Index(string language, IReadOnlyList<T> texts);

    /// <summary>Gives back what is held.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _loading.Dispose();
        }
    }

    private async ValueTask<Snapshot> SnapshotAsync(CancellationToken cancellationToken)
    {
        if (_snapshot is not { } snapshot)
        {
            return await LoadFirstAsync(cancellationToken);
        }

        var now = clock.GetUtcNow();
        var due = Interlocked.Read(ref _nextRefresh);
        var isDue = now.UtcTicks >= due || now.UtcTicks < due - RefreshInterval.Ticks;
        if (isDue && Interlocked.CompareExchange(ref _nextRefresh, NextRefresh(now), due) == due)
        {
            // Exactly one reader gets here each time, and even it does not wait.
            _ = Task.Run(RefreshAsync, CancellationToken.None);
        }

        return snapshot;
    }

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>In a minute, or when the day ends if that is before: a text may not be valid on the next.</summary>
    private static long NextRefresh(DateTimeOffset now) =>
        Math.Min(now.UtcTicks + RefreshInterval.Ticks, now.UtcDateTime.Date.AddDays(1).Ticks);

    private async Task<Snapshot> LoadFirstAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            if (_snapshot is { } loaded)
            {
                return loaded;
            }

            var snapshot = await LoadAsync(null, cancellationToken);
            Interlocked.Exchange(ref _nextRefresh, NextRefresh(clock.GetUtcNow()));
            return _snapshot = snapshot;
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
            _snapshot = await LoadAsync(_snapshot, CancellationToken.None);
        }
#pragma warning disable CA1031 // Nobody waits for this: what is in memory stays, and the next minute tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            SnapshotLog.NotRefreshed(logger, table.Name, exception);
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<Snapshot> LoadAsync(Snapshot? before, CancellationToken cancellationToken)
    {
        var day = Day(clock.GetUtcNow());
        var languages = new Dictionary<string, LoadedLanguage>(StringComparer.Ordinal);
        foreach (var language in PhraseWords.Languages)
        {
            List<TableRow> rows = [];
            await foreach (var row in table.ReadRowsAsync(tables, language, cancellationToken))
            {
                rows.Add(row);
            }

            (string Id, string? ETag)[] versions = [.. rows.Select(row => (row.RowKey, row.ETag))];

            // Most minutes nothing has changed, and the index stays as it is.
            if (before?.Day == day && before.Languages.GetValueOrDefault(language) is { } loaded && loaded.Versions.SequenceEqual(versions))
            {
                languages.Add(language, loaded);
            }
            else if (rows.Count > 0)
            {
                T[] texts = [.. rows.Select(row => ReadRow(row, day)).OfType<T>()];
                var inForce = texts.ToFrozenDictionary(text => text.Id, text => text.Written.Version!.Value, StringComparer.Ordinal);
                languages.Add(language, new(versions, Index(language, texts), inForce));
            }
        }

        return new Snapshot(day, languages.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The version in force. One bad row must not silence the library: it is left out, and the log says which.</summary>
    private T? ReadRow(TableRow row, DateOnly day)
    {
        try
        {
            return table.Read(row).InForce(day);
        }
        catch (InvalidTextException exception)
        {
            SnapshotLog.BadText(logger, row.PartitionKey, row.RowKey, exception.Field, table.Name);
            return null;
        }
    }

    private sealed record Snapshot(DateOnly Day, FrozenDictionary<string, LoadedLanguage> Languages);

    private sealed record LoadedLanguage((string Id, string? ETag)[] Versions, TIndex Index, FrozenDictionary<string, int> InForce);
}
