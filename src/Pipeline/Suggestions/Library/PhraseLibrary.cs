using Microsoft.Extensions.Logging;
using Pipeline.Ports;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Library;

/// <summary>The phrases in force, in memory, by language, indexed.</summary>
public sealed class PhraseLibrary(ITables tables, TimeProvider clock, ILogger<PhraseLibrary> logger)
    : SnapshotLibrary<PhraseDraft, Phrase, CandidateCollection>(PhraseTable.Instance, tables, clock, logger), ICandidateSource
{
    /// <inheritdoc/>
    public ValueTask<CandidateCollection?> CandidatesAsync(string language, string brand, CancellationToken cancellationToken) =>
        ReadAsync(language, cancellationToken);

    /// <inheritdoc/>
    protected override CandidateCollection Index(string language, IReadOnlyList<Phrase> texts) =>
        CandidateCollection.Of(language, texts.Select(ReplyCandidate.Of));
}
