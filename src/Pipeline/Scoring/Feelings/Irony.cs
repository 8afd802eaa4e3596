using Pipeline.Messages;
using Pipeline.Scoring.Lexicons;
using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Feelings;

/// <summary>Kind words that are not meant: thanks out of politeness, and praise beside a complaint.</summary>
internal static class Irony
{
    private const double RealDispleasure = 0.25;
    private const double RealPleasure = 0.4;
    private const int ShortText = 3;

    /// <summary>Silences politeness and turns praise that cannot be meant.</summary>
    public static void SeeThrough(List<Feeling> feelings, Reading reading, List<Word> words, Vocabulary vocabulary, LanguageLexicon lexicon)
    {
        var trouble = feelings.Exists(feeling => feeling.Has(FeelingMarks.Trouble) && feeling.Strength > 0);
        var request = feelings.Exists(feeling => feeling.Has(FeelingMarks.Request));
        var displeasure = feelings.Where(feeling => feeling.Valence < 0).Sum(feeling => -feeling.Valence) >= RealDispleasure;
        var meant = feelings.Exists(feeling => feeling.Valence >= RealPleasure
            && !feeling.Has(FeelingMarks.Praise | FeelingMarks.Courtesy));
        foreach (var feeling in feelings)
        {
            if (feeling.Has(FeelingMarks.Courtesy) && !feeling.IsIntensified
                && (request || displeasure || trouble || IsAsked(feeling, reading, words)))
            {
                feeling.Silence();
            }
            else if (feeling.Has(FeelingMarks.Praise) && feeling.Valence > 0 && !meant
                && (((displeasure || trouble) && !IsContrasted(feeling, words, vocabulary, lexicon))
                    || (reading.TrailsOff && words.Count <= ShortText)))
            {
                feeling.Turn(Emotion.Annoyance, -0.9 * feeling.Valence);
            }
        }
    }

    /// <summary>"Could you check? thanks": the thanks close a question.</summary>
    private static bool IsAsked(Feeling feeling, Reading reading, List<Word> words) =>
        words[feeling.Match.Last].Has(WordMarks.Asked) || (reading.Asks && feeling.Match.Last == words.Count - 1);

    /// <summary>
    /// "The advisor is great but …" is meant: there is a "but" or the like, and the praise is no opening exclamation.
    /// </summary>
    private static bool IsContrasted(Feeling feeling, List<Word> words, Vocabulary vocabulary, LanguageLexicon lexicon) =>
        words.Exists(word => vocabulary.Set(word.Symbols).Contains(lexicon.Contrast)) && !words[feeling.Match.First].Has(WordMarks.First);
}
