using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Scoring.Feelings;
using Pipeline.Scoring.Intents;
using Pipeline.Scoring.Language;
using Pipeline.Scoring.Lexicons;
using Pipeline.Scoring.Signals;
using Pipeline.Scoring.Words;

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

    private readonly Lexicon _lexicon = Lexicon.Load();

    /// <inheritdoc/>
    public ValueTask<TextAnalysis> AnalyzeAsync(string text, string? languageHint, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Analyze(text, languageHint));

    /// <summary>Analyses a text. Never throws, whatever the text; linear in its length.</summary>
    public TextAnalysis Analyze(string text, string? languageHint)
    {
        var reading = WordReader.Read(text, _lexicon.Vocabulary);
        var language = LanguageDetector.Detect(reading, _lexicon);
        var known = language.Language != "und" ? language.Language : languageHint;
        return known switch
        {
            "fr" => Analyze(reading, language, _lexicon.French),
            "en" => Analyze(reading, language, _lexicon.English),
            _ => Stronger(Analyze(reading, language, _lexicon.French), Analyze(reading, language, _lexicon.English)),
        };
    }

    /// <summary>When nobody knows the language, the lexicon that understands more is right.</summary>
    private static TextAnalysis Stronger(TextAnalysis french, TextAnalysis english) =>
        Understood(english) > Understood(french) ? english : french;

    private static double Understood(TextAnalysis analysis) =>
        analysis.Evidence.Sum(evidence => Math.Abs(evidence.Weight)) + analysis.Intensity + analysis.Signals.Count
            + (analysis.Intent is null ? 0 : 1);

    private TextAnalysis Analyze(Reading reading, LanguageGuess language, LanguageLexicon lexicon)
    {
        var words = lexicon.Respell(reading.Words);
        var matches = lexicon.Phrases.Find(words, _lexicon.Vocabulary);
        var feeling = FeelingScorer.Score(reading, words, matches, _lexicon.Vocabulary, lexicon);
        return new()
        {
            Language = language.Language,
            LanguageConfidence = language.Confidence,
            Sentiment = feeling.Sentiment,
            Valence = feeling.Valence,
            Emotions = feeling.Emotions,
            Intensity = feeling.Intensity,
            Aggression = feeling.Aggression,
            Intent = IntentFinder.Find(matches, lexicon.Entries),
            Signals = SignalFinder.Find(reading.Text, matches, lexicon.Entries, language.Foreign),
            Evidence = feeling.Evidence,
            Scorer = Scorer,
        };
    }
}
