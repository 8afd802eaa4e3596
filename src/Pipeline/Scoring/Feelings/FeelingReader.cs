using Pipeline.Messages;
using Pipeline.Scoring.Lexicons;
using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Feelings;

/// <summary>
/// Finds the expressions of feeling in a text and weighs each by what stands around it: negation, intensifiers, capitals, exclamation
/// marks, "but".
/// </summary>
internal static class FeelingReader
{
    private const int NegationReach = 3;
    private const int IntensifierReach = 2;
    private const double Intensified = 1.3;
    private const double Softened = 0.6;
    private const double Shouted = 1.2;
    private const double BeforeContrast = 0.75;
    private const double AfterContrast = 1.15;

    /// <summary>The feelings, in the order of the text.</summary>
    public static List<Feeling> Read(
        Reading reading, List<Word> words, List<PhraseMatch> matches, Vocabulary vocabulary, LanguageLexicon lexicon)
    {
        var feelings = Choose(words.Count, matches, lexicon.Entries);
        var contrast = words.FindLastIndex(word => vocabulary.Set(word.Symbols).Contains(lexicon.Contrast));
        foreach (var feeling in feelings)
        {
            Weigh(feeling, reading, words, vocabulary, lexicon);
            feeling.Scale(contrast < 0 ? 1 : feeling.Match.First > contrast ? AfterContrast : BeforeContrast);
        }

        return feelings;
    }

    /// <summary>Of phrases that overlap, the longest stands: "pas mal" is no negated "mal".</summary>
    private static List<Feeling> Choose(int words, List<PhraseMatch> matches, IReadOnlyList<object> entries)
    {
        var candidates = matches.FindAll(match => entries[match.Entry] is FeelingGroup);
        candidates.Sort((left, right) => (right.Last - right.First) != (left.Last - left.First)
            ? (right.Last - right.First).CompareTo(left.Last - left.First)
            : left.First != right.First ? left.First.CompareTo(right.First) : left.Entry.CompareTo(right.Entry));
        var taken = new bool[words];
        var feelings = new List<Feeling>();
        foreach (var match in candidates)
        {
            var place = taken.AsSpan(match.First, match.Last - match.First + 1);
            if (!place.Contains(true))
            {
                place.Fill(true);
                feelings.Add(new((FeelingGroup)entries[match.Entry], match));
            }
        }

        feelings.Sort((left, right) => left.Match.First.CompareTo(right.Match.First));
        return feelings;
    }

    private static void Weigh(Feeling feeling, Reading reading, List<Word> words, Vocabulary vocabulary, LanguageLexicon lexicon)
    {
        for (var index = feeling.Match.First - 1; index >= 0 && feeling.Match.First - index <= IntensifierReach
            && !words[index].Has(WordMarks.Last); index--)
        {
            Scale(feeling, vocabulary.Set(words[index].Symbols), lexicon, words[index]);
        }

        var next = feeling.Match.Last + 1;
        if (next < words.Count && !words[next - 1].Has(WordMarks.Last))
        {
            Scale(feeling, vocabulary.Set(words[next].Symbols), lexicon, words[next]);
        }

        if (!feeling.Has(FeelingMarks.Fixed) && FindNegator(feeling, words, vocabulary, lexicon) is { } negator)
        {
            feeling.FirstWord = Math.Min(feeling.FirstWord, negator);
            feeling.LastWord = Math.Max(feeling.LastWord, negator);
            Negate(feeling);
        }

        feeling.Scale(Emphasis(feeling, reading, words));
    }

    private static void Scale(Feeling feeling, ReadOnlySpan<int> symbols, LanguageLexicon lexicon, Word word)
    {
        if (symbols.Contains(lexicon.Intensifier))
        {
            feeling.IsIntensified = true;
            feeling.Scale(word.Has(WordMarks.Capitals | WordMarks.Stretched) ? Intensified * 1.1 : Intensified);
        }
        else if (symbols.Contains(lexicon.Softener))
        {
            feeling.Scale(Softened);
        }
    }

    private static int? FindNegator(Feeling feeling, List<Word> words, Vocabulary vocabulary, LanguageLexicon lexicon)
    {
        for (var index = feeling.Match.First - 1; index >= 0 && feeling.Match.First - index <= NegationReach
            && !words[index].Has(WordMarks.Last); index--)
        {
            var symbols = vocabulary.Set(words[index].Symbols);
            if (symbols.Contains(lexicon.Negator))
            {
                return index;
            }

            if (symbols.Contains(lexicon.Contrast))
            {
                break;
            }
        }

        for (var index = feeling.Match.Last + 1; feeling.Has(FeelingMarks.Verb) && index <= feeling.Match.Last + 2
            && index < words.Count; index++)
        {
            if (words[index - 1].Has(WordMarks.Last))
            {
                break;
            }

            if (vocabulary.Set(words[index].Symbols).Contains(lexicon.Negator))
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>A negated pleasure is a let-down; a negated displeasure is nothing much.</summary>
    private static void Negate(Feeling feeling)
    {
        if (feeling.Valence > 0)
        {
            feeling.Turn(Emotion.Disappointment, -0.75 * feeling.Valence);
        }
        else
        {
            feeling.Silence();
        }
    }

    private static double Emphasis(Feeling feeling, Reading reading, List<Word> words)
    {
        var factor = reading.Exclamations switch { 0 => 1, 1 => 1.06, 2 => 1.12, _ => 1.25 };
        for (var index = feeling.Match.First; index <= feeling.Match.Last; index++)
        {
            if (words[index].Has(WordMarks.Capitals | WordMarks.Stretched))
            {
                return factor * Shouted;
            }
        }

        return factor;
    }
}
