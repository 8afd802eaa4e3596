using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Pipeline.Ports;
using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Library;

/// <summary>
/// The phrases in memory, by language, indexed. They are loaded from the table at first use and again when a minute has passed since;
/// meanwhile readers keep the snapshot they have, and the new one takes its place at once.
/// </summary>
public sealed partial class PhraseLibrary(ITables tables, TimeProvider clock, ILogger<PhraseLibrary> logger) : IDisposable
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Snapshot? _snapshot;
    private long _nextRefresh;

    /// <summary>The index of a language's phrases; null when there are none. Waits only for the very first load.</summary>
    /// <exception cref="Exception">The first load failed, with whatever the tables throw; the next call tries again.</exception>
    public async ValueTask<PhraseIndex?> ReadAsync(string language, CancellationToken cancellationToken)
    {
        var snapshot = _snapshot;
        if (snapshot is null)
        {
            snapshot = await LoadFirstAsync(cancellationToken);
        }
        else if (clock.GetUtcNow().UtcTicks is var now
            && Interlocked.Read(ref _nextRefresh) is var due && (now >= due || now < due - RefreshInterval.Ticks)
            && Interlocked.CompareExchange(ref _nextRefresh, now + RefreshInterval.Ticks, due) == due)
        {
            // Exactly one reader gets here each minute, and even it does not wait.
            _ = Task.Run(RefreshAsync, CancellationToken.None);
        }

        return snapshot.Languages.GetValueOrDefault(language)?.Index;
    }

    /// <inheritdoc/>
    public void Dispose() => _loading.Dispose();

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
            Interlocked.Exchange(ref _nextRefresh, clock.GetUtcNow().UtcTicks + RefreshInterval.Ticks);
            return _snapshot = snapshot;
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task RefreshAsync()
    {
        try
        {
            _snapshot = await LoadAsync(_snapshot, CancellationToken.None);
        }
#pragma warning disable CA1031 // Nobody waits for this: the phrases in memory stay, and the next minute tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotRefreshed(logger, exception);
        }
    }

    private async Task<Snapshot> LoadAsync(Snapshot? before, CancellationToken cancellationToken)
    {
        var languages = new Dictionary<string, LoadedLanguage>(StringComparer.Ordinal);
        foreach (var language in PhraseWords.Languages)
        {
            var rows = await tables.ReadPhrasesAsync(language, cancellationToken);
            (string Id, string? ETag)[] versions = [.. rows.Select(row => (row.RowKey, row.ETag))];

            // Most minutes nothing has changed, and the index stays as it is.
            if (before?.Languages.GetValueOrDefault(language) is { } loaded && loaded.Versions.SequenceEqual(versions))
            {
                languages.Add(language, loaded);
            }
            else if (rows.Count > 0)
            {
                languages.Add(language, new(versions, new PhraseIndex(language, rows.Select(ReadRow).OfType<Phrase>())));
            }
        }

        return new Snapshot(languages.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>One bad row must not silence the library: it is left out, and the log says which.</summary>
    private Phrase? ReadRow(TableRow row)
    {
        try
        {
            return PhraseRows.Read(row);
        }
        catch (InvalidPhraseException exception)
        {
            Log.BadPhrase(logger, row.PartitionKey, row.RowKey, exception.Field);
            return null;
        }
    }

    private sealed record Snapshot(FrozenDictionary<string, LoadedLanguage> Languages);

    private sealed record LoadedLanguage((string Id, string? ETag)[] Versions, PhraseIndex Index);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The phrases could not be read again; those in memory stay in use until the next try.")]
        public static partial void NotRefreshed(ILogger logger, Exception exception);

        [LoggerMessage(
            2, LogLevel.Warning, "Phrase {Language}/{PhraseId} is left out: its field {Field} is not valid. Correct the row in table Phrases.")]
        public static partial void BadPhrase(ILogger logger, string language, string phraseId, string field);
    }
}
