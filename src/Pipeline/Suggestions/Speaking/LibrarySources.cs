using Pipeline.Ports;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Speaking;

/// <summary>Asks the phrase library whether a phrase is still in it.</summary>
public sealed class LibrarySources(PhraseLibrary library, ITables tables) : ISuggestionSources
{
    private const string PhrasePrefix = "phrase:";

    /// <inheritdoc/>
    public async ValueTask<bool> IsOfferedAsync(string source, string language, bool exactly, CancellationToken cancellationToken)
    {
        if (!source.StartsWith(PhrasePrefix, StringComparison.Ordinal))
        {
            return true;
        }

        var id = source[PhrasePrefix.Length..];
        return exactly
            ? await tables.ReadAsync(TableNames.Phrases, language, id, cancellationToken) is not null
            : (await library.ReadAsync(language, cancellationToken))?.Phrases.Any(phrase => phrase.Id == id) == true;
    }
}
