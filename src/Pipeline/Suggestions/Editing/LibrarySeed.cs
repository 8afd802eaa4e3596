using Microsoft.Extensions.Logging;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Editing;

/// <summary>
/// Fills a table from the program's own texts. A text that is there stays as it is, so that what a team edited survives a restart.
/// </summary>
public abstract class LibrarySeed<TText, T>(EditedTable<TText, T> table, ITables tables, ILogger logger) : ISeed
    where TText : EditedText
    where T : class, IEdited<TText>
{
    private const int MaxAttempts = 5;

    /// <inheritdoc/>
    public async Task PlantAsync(CancellationToken cancellationToken)
    {
        foreach (var language in Texts().GroupBy(text => text.Written.Language!, StringComparer.Ordinal))
        {
            var added = await PlantLanguageAsync(language.Key, [.. language], cancellationToken);
            SeedLog.Planted(logger, added, table.Name, language.Key);
        }
    }

    /// <summary>The program's own texts, in every language.</summary>
    /// <exception cref="InvalidTextException">A text is wrong; the message names file, text and field.</exception>
    protected abstract IEnumerable<T> Texts();

    private async Task<int> PlantLanguageAsync(string language, IReadOnlyList<T> texts, CancellationToken cancellationToken)
    {
        var added = 0;
        for (var attempt = 1; ; attempt++)
        {
            HashSet<string> ids = new(StringComparer.Ordinal);
            await foreach (var row in table.ReadRowsAsync(tables, language, cancellationToken))
            {
                ids.Add(row.RowKey);
            }

            try
            {
                foreach (var batch in texts.Where(text => !ids.Contains(text.Id)).Chunk(ITables.MaxBatch))
                {
                    TableChange[] changes = [.. batch.Select(text => new TableChange.Insert(table.Write(text)))];
                    await tables.ApplyAsync(table.Name, language, changes, cancellationToken);
                    added += batch.Length;
                }

                return added;
            }
            catch (TableConflictException) when (attempt < MaxAttempts)
            {
                // Another instance plants the same texts: see what is missing now.
            }
        }
    }
}
