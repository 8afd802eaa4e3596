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
public abstract class SnapshotLibrary<TText, T, TIndex> : IDisposable
    where TText : EditedText
    where T : class, IEdited<TText>
    where TIndex : class
{
    private readonly EditedTable<TText, T> _table;
    private readonly ITables _tables;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly RefreshedSnapshot<Snapshot> _snapshot;

    /// <summary>A library that has read nothing yet.</summary>
    /// <param name="table">How its rows are read.</param>
    /// <param name="tables">Where they are.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="logger">Told of rows that are not valid, and of loads that failed.</param>
    protected SnapshotLibrary(EditedTable<TText, T> table, ITables tables, TimeProvider clock, ILogger logger)
    {
        (_table, _tables, _clock, _logger) = (table, tables, clock, logger);

        // A text may not be valid on the next day.
        _snapshot = new(LoadAsync, byDay: true, table.Name, clock, logger);
    }

    /// <summary>What is in force in a language; null when no text is in it. Waits only for the very first load.</summary>
    /// <exception cref="Exception">The first load failed, with whatever the tables throw; the next call tries again.</exception>
    public async ValueTask<TIndex?> ReadAsync(string language, CancellationToken cancellationToken) =>
        (await _snapshot.ReadAsync(cancellationToken)).Languages.GetValueOrDefault(language)?.Index;

    /// <summary>
    /// Whether what a suggestion was made from may still be suggested: approved, valid, not retired, and in no newer version. A source that
    /// is of another kind than these texts is not theirs to take back: true.
    /// </summary>
    /// <param name="source">The suggestion's source, see <see cref="TextSource"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<bool> IsOfferedAsync(string source, CancellationToken cancellationToken)
    {
        if (TextSource.Read(source) is not { } named || named.Kind != _table.Kind)
        {
            return true;
        }

        var snapshot = await _snapshot.ReadAsync(cancellationToken);
        return snapshot.Languages.Values.Any(language => language.InForce.GetValueOrDefault(named.Id) == named.Version);
    }

    /// <summary>Lets the next reader start a load: something was edited here.</summary>
    public void Refresh() => _snapshot.Refresh();

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
            _snapshot.Dispose();
        }
    }

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private async Task<Snapshot> LoadAsync(Snapshot? before, CancellationToken cancellationToken)
    {
        var day = Day(_clock.GetUtcNow());
        var languages = new Dictionary<string, LoadedLanguage>(StringComparer.Ordinal);
        foreach (var language in PhraseWords.Languages)
        {
            List<TableRow> rows = [];
            await foreach (var row in _table.ReadRowsAsync(_tables, language, cancellationToken))
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
            return _table.Read(row).InForce(day);
        }
        catch (InvalidTextException exception)
        {
            SnapshotLog.BadText(_logger, row.PartitionKey, row.RowKey, exception.Field, _table.Name);
            return null;
        }
    }

    private sealed record Snapshot(DateOnly Day, FrozenDictionary<string, LoadedLanguage> Languages);

    private sealed record LoadedLanguage((string Id, string? ETag)[] Versions, TIndex Index, FrozenDictionary<string, int> InForce);
}
