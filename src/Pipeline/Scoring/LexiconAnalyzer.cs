using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Scoring.Intents;

namespace Pipeline.Scoring;

/// <summary>
/// The analyser that is always there: word lists of our own for French and English customer care (the JSON files of Lexicons), matched
/// in one pass, with
/// negation, intensifiers, contrast and irony. It needs no network, answers in microseconds, and shows the words that decided.
/// </summary>
public sealed class LexiconAnalyzer : ITextAnalyzer
{
    /// <summary>The name and version of this scorer. Changed word lists or rules are another version.</summary>
    public const string Scorer = "lexicon/1";

    private readonly LexiconReader _reader = new();

    /// <inheritdoc/>
    public ValueTask<TextAnalysis> AnalyzeAsync(string text, string? languageHint, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Analyze(text, languageHint));

    /// <summary>Analyses a text. Never throws, whatever the text; linear in its length.</summary>
    public TextAnalysis Analyze(string text, string? languageHint)
    {
        var findings = _reader.Read(text, languageHint);
        return new()
        {
            Language = findings.Language.Language,
            LanguageConfidence = findings.Language.Confidence,
            Sentiment = findings.Feeling.Sentiment,
            Valence = findings.Feeling.Valence,
            Emotions = findings.Feeling.Emotions,
            Intensity = findings.Feeling.Intensity,
            Aggression = findings.Feeling.Aggression,
            Intent = IntentFinder.Find(findings.Matches, findings.Lexicon.Entries),
            Signals = findings.Signals,
            Evidence = findings.Feeling.Evidence,
            Scorer = Scorer,
        };
    }
}
