using Microsoft.Extensions.Logging;
using Pipeline.Ports;
using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Library;

/// <summary>Fills the phrase table from the program's own phrases.</summary>
public sealed class PhraseSeed(ITables tables, ILogger<PhraseSeed> logger)
    : LibrarySeed<PhraseDraft, Phrase>(PhraseTable.Instance, tables, logger)
{
    /// <summary>The program's own phrases, in every language.</summary>
    /// <exception cref="InvalidPhraseException">A phrase is wrong; the message names file, phrase and field.</exception>
    public static IReadOnlyList<Phrase> Phrases() =>
    [
        .. PhraseWords.Languages.SelectMany(language =>
            SeedFile.ReadEmbedded(PhraseTable.Instance, PhraseJson.Default.ListPhraseDraft, $"phrases.{language}.json")),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<Phrase> Texts() => Phrases();
}
