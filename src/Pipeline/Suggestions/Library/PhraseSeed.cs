using Microsoft.Extensions.Logging;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Library;

/// <summary>
/// Fills the phrase table from the program's own phrases. A phrase that is there stays as it is, so that what a team edited survives a
/// restart.
/// </summary>
public sealed partial class PhraseSeed(ITables tables, ILogger<PhraseSeed> logger) : ISeed
{
    private const int MaxAttempts = 5;

    /// <summary>The program's own phrases, in every language.</summary>
    /// <exception cref="InvalidPhraseException">A phrase is wrong; the message names file, phrase and field.</exception>
    public static IReadOnlyList<Phrase> Phrases() => [.. PhraseWords.Languages.SelectMany(ReadFile)];

    /// <inheritdoc/>
    public async Task PlantAsync(CancellationToken cancellationToken)
    {
        foreach (var language in Phrases().GroupBy(phrase => phrase.Language, StringComparer.Ordinal))
        {
            var added = await PlantLanguageAsync(language.Key, [.. language], cancellationToken);
            Log.Planted(logger, added, language.Key);
        }
    }

    private static IReadOnlyList<Phrase> ReadFile(string language)
    {
        var fileName = $"phrases.{language}.json";
        using var content = typeof(PhraseSeed).Assembly.GetManifestResourceStream(fileName)
            ?? throw new InvalidOperationException($"The program was built without {fileName}.");
        return PhraseFile.Read(content, fileName);
    }

    private async Task<int> PlantLanguageAsync(string language, IReadOnlyList<Phrase> phrases, CancellationToken cancellationToken)
    {
        var added = 0;
        for (var attempt = 1; ; attempt++)
        {
            var there = await tables.ReadPhrasesAsync(language, cancellationToken);
            var ids = there.Select(row => row.RowKey).ToHashSet(StringComparer.Ordinal);
            try
            {
                foreach (var batch in phrases.Where(phrase => !ids.Contains(phrase.Id)).Chunk(ITables.MaxBatch))
                {
                    TableChange[] changes = [.. batch.Select(phrase => new TableChange.Insert(PhraseRows.Write(phrase)))];
                    await tables.ApplyAsync(TableNames.Phrases, language, changes, cancellationToken);
                    added += batch.Length;
                }

                return added;
            }
            catch (TableConflictException) when (attempt < MaxAttempts)
            {
                // Another instance plants the same phrases: see what is missing now.
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Added {Count} phrases to the library in language {Language}.")]
        public static partial void Planted(ILogger logger, int count, string language);
    }
}
