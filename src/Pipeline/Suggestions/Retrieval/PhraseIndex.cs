using System.Collections.Frozen;
using Pipeline.Ports;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>
/// The phrases of one language, indexed by word and by situation. Immutable: readers share it, and a change makes a new one. Phrases are
/// ordered by id and known by their place in that order.
/// </summary>
public sealed class PhraseIndex
{
    // Okapi BM25 (Robertson and Zaragoza, 2009) with its usual k1; b is low because phrases are all short.
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.4;

    /// <summary>A keyword was chosen by the author for customers' words, a word of the text only happens to be in it.</summary>
    private const double KeywordWeight = 2.5;

    // The windows of some hundred open conversations, at about 3 KiB a text.
    private readonly RecentlyUsed<TextReading> _readings = new(4096);
    private readonly FrozenDictionary<string, int[]> _byIntent;
    private readonly Posting[][] _postings;
    private readonly int[][] _keywords;

    /// <summary>Indexes phrases of one language.</summary>
    public PhraseIndex(string language, IEnumerable<Phrase> phrases)
    {
        Language = language;
        Phrases = [.. phrases.OrderBy(phrase => phrase.Id, StringComparer.Ordinal)];
        Vocabulary = new Vocabulary(language);
        var texts = Phrases.Select(phrase => Vocabulary.Learn(PhraseSlots.Remove(phrase.Text))).ToArray();
        _keywords = [.. Phrases.Select(phrase => Vocabulary.Learn(string.Join(' ', phrase.Keywords)))];
        Fingerprints = [.. Phrases.Select(phrase => Vocabulary.Read(phrase.Text))];
        _postings = Weigh(texts, _keywords, Vocabulary.Count);
        _byIntent = Enumerable.Range(0, Phrases.Count)
            .SelectMany(place => Phrases[place].Intents.Select(intent => (intent, place)))
            .GroupBy(entry => entry.intent, entry => entry.place, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);
        Generic = [.. Enumerable.Range(0, Phrases.Count).Where(place => Phrases[place].Intents.Count == 0)];
    }

    /// <summary>The language.</summary>
    public string Language { get; }

    /// <summary>The phrases, by id.</summary>
    public IReadOnlyList<Phrase> Phrases { get; }

    /// <summary>The words of the phrases.</summary>
    internal Vocabulary Vocabulary { get; }

    /// <summary>What each phrase says, for telling near-duplicates.</summary>
    internal IReadOnlyList<Fingerprint> Fingerprints { get; }

    /// <summary>The places of the phrases that are for any situation.</summary>
    internal IReadOnlyList<int> Generic { get; }

    /// <summary>
    /// What a word that only one phrase holds weighs, about: the measure of all others, so that scores do not grow with the library.
    /// </summary>
    internal double UniqueWord => Math.Log(1 + Phrases.Count);

    /// <summary>A text of a conversation, read in the words of these phrases.</summary>
    internal TextReading Read(string text)
    {
        if (_readings.Find(text) is { } known)
        {
            return known;
        }

        var reading = new TextReading(text, Language, Vocabulary);
        _readings.Remember(text, reading);
        return reading;
    }

    /// <summary>The places of the phrases for a situation.</summary>
    internal IReadOnlyList<int> For(string intent) => _byIntent.GetValueOrDefault(intent, []);

    /// <summary>The phrases that hold a word, and how much it weighs in each.</summary>
    internal ReadOnlySpan<Posting> Holding(string stem) => Vocabulary.Find(stem) is var word and >= 0 ? _postings[word] : [];

    /// <summary>Whether a word is a keyword of a phrase.</summary>
    internal bool IsKeyword(int place, string stem) => Array.BinarySearch(_keywords[place], Vocabulary.Find(stem)) >= 0;

    /// <summary>Whether a phrase has keywords.</summary>
    internal bool HasKeywords(int place) => _keywords[place].Length > 0;

    private static Posting[][] Weigh(int[][] texts, int[][] keywords, int words)
    {
        double[] lengths = [.. texts.Select((text, place) => text.Length + (KeywordWeight * keywords[place].Length))];
        var averageLength = lengths.Length == 0 ? 1 : Math.Max(1, lengths.Average());
        var postings = new List<Posting>[words];
        for (var place = 0; place < texts.Length; place++)
        {
            var norm = Saturation * (1 - LengthWeight + (LengthWeight * lengths[place] / averageLength));
            foreach (var word in texts[place].Union(keywords[place]))
            {
                var frequency = (texts[place].Contains(word) ? 1 : 0) + (keywords[place].Contains(word) ? KeywordWeight : 0);
                (postings[word] ??= []).Add(new(place, frequency * (Saturation + 1) / (frequency + norm)));
            }
        }

        return
        [
            .. postings.Select(list =>
            {
                var rarity = Math.Log(1 + ((texts.Length - list.Count + 0.5) / (list.Count + 0.5)));
                return list.Select(posting => posting with { Weight = posting.Weight * rarity }).ToArray();
            }),
        ];
    }

    /// <summary>A phrase that holds a word.</summary>
    /// <param name="Place">Which phrase.</param>
    /// <param name="Weight">What the word adds to its score.</param>
    internal readonly record struct Posting(int Place, double Weight);
}
