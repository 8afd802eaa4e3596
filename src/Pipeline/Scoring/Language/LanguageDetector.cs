using Pipeline.Scoring.Lexicons;
using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Language;

/// <summary>
/// Tells French from English, and either from anything else, by small words, by the words of the lexicons, by accents and by groups of
/// letters. "ok",
/// "?" or a number tell nothing: the conversation knows better.
/// </summary>
internal static class LanguageDetector
{
    private const double LeastEvidence = 0.7;
    private const double LeastLead = 0.15;
    private const double ForeignEvidence = 3;

    /// <summary>The language of a text.</summary>
    public static LanguageGuess Detect(Reading reading, Lexicon lexicon)
    {
        var weights = default(LanguageWeights);
        foreach (var word in reading.Words)
        {
            if (word.Has(WordMarks.Emoji | WordMarks.Placeholder))
            {
                continue;
            }

            var known = lexicon.Cues.Of(lexicon.Vocabulary.Set(word.Symbols));
            weights += known.Total > 0 ? known : LetterHints.Of(reading.Text.AsSpan(word.Start, word.Length));
        }

        var best = Math.Max(weights.French, weights.English);
        var second = Math.Max(Math.Min(weights.French, weights.English), weights.Other);
        var lead = weights.Total > 0 ? (best - second) / weights.Total : 0;
        if (best >= LeastEvidence && lead >= LeastLead)
        {
            return new(weights.French > weights.English ? "fr" : "en", Math.Round(lead * best / (best + 0.5), 3), Foreign: false);
        }

        return new("und", Math.Round(0.2 * Math.Max(0, lead), 3), weights.Other >= ForeignEvidence && weights.Other > best * 1.5);
    }
}
