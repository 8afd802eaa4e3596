using Microsoft.Extensions.Logging;
using Pipeline.Ports;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Library;

/// <summary>The phrases in force, in memory, by language, indexed.</summary>
public sealed class PhraseLibrary(ITables tables, TimeProvider clock, ILogger<PhraseLibrary> logger)
    : SnapshotLibrary<PhraseDraft, Phrase, PhraseIndex>(PhraseTable.Instance, tables, clock, logger)
{
    /// <inheritdoc/>
    protected override PhraseIndex Index(string language, IReadOnlyList<Phrase> texts) => new(language, texts);
}
