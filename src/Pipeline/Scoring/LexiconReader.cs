using Pipeline.Scoring.Feelings;
using Pipeline.Scoring.Language;
using Pipeline.Scoring.Lexicons;
using Pipeline.Scoring.Signals;
using Pipeline.Scoring.Words;

namespace Pipeline.Scoring;

/// <summary>
/// Reads a text with the word lists of our own for French and English customer care (the JSON files of Lexicons), matched in one pass, with
/// negation, intensifiers, contrast and irony. Thread-safe; linear in the length of the text.
/// </summary>
internal sealed class LexiconReader
{
    private readonly Lexicon _lexicon = Lexicon.Load();

    /// <summary>One for all: it never changes.</summary>
    public static LexiconReader Shared { get; } = new();

    /// <summary>The words of all languages.</summary>
    public Vocabulary Vocabulary => _lexicon.Vocabulary;

    /// <summary>Reads a text. Never throws, whatever the text.</summary>
    /// <param name="text">The masked text.</param>
    /// <param name="languageHint">The language it is probably in, for texts that do not tell.</param>
    public LexiconFindings Read(string text, string? languageHint)
    {
        var reading = WordReader.Read(text, _lexicon.Vocabulary);
        var language = LanguageDetector.Detect(reading, _lexicon);
        var known = language.Language != "und" ? language.Language : languageHint;
        return known switch
        {
            "fr" => Read(reading, language, _lexicon.French),
            "en" => Read(reading, language, _lexicon.English),
            _ => Stronger(Read(reading, language, _lexicon.French), Read(reading, language, _lexicon.English)),
        };
    }

    /// <summary>When nobody knows the language, the lexicon that understands more is right.</summary>
    private static LexiconFindings Stronger(LexiconFindings french, LexiconFindings english) =>
        Understood(english) > Understood(french) ? english : french;

    private static double Understood(LexiconFindings findings) =>
        findings.Matches.Count + findings.Feeling.Evidence.Sum(evidence => Math.Abs(evidence.Weight));

    private LexiconFindings Read(Reading reading, LanguageGuess language, LanguageLexicon lexicon)
    {
        var words = lexicon.Respell(reading.Words);
        var matches = lexicon.Phrases.Find(words, _lexicon.Vocabulary);
        return new(reading, language, lexicon, words, matches,
            FeelingScorer.Score(reading, words, matches, _lexicon.Vocabulary, lexicon),
            SignalFinder.Find(reading.Text, matches, lexicon.Entries, language.Foreign));
    }
}
