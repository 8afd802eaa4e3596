namespace Pipeline.Suggestions.Candidates.Segments;

/// <summary>
/// Which candidates hold a word, and how much it weighs in each: Okapi BM25 (Robertson and Zaragoza, 2009) in flat arrays.
/// </summary>
internal sealed class WordPostings
{
    // The usual k1; b is low because replies are all short.
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.4;

    /// <summary>A keyword was chosen by the author for customers' words, a word of the text only happens to be in it.</summary>
    private const double KeywordWeight = 2.5;

    private readonly uint[] _words;
    private readonly int[] _ends;
    private readonly int[] _places;
    private readonly float[] _weights;
    private readonly int _count;
    private readonly double _averageLength;

    /// <summary>Weighs the words of candidates.</summary>
    /// <param name="candidates">The candidates, in the order of their places.</param>
    /// <param name="like">
    /// Whose statistics to take, so that scores can be compared with those there: how rare a word is and how long a reply is told by many, not by the
    /// few that came since. Null to take their own.
    /// </param>
    public WordPostings(ReadCandidate[] candidates, WordPostings? like)
    {
        uint[][] found = [.. candidates.Select(Found)];
        double[] lengths = [.. candidates.Select((candidate, place) => Length(candidate, found[place]))];
        var holders = Count(candidates, found);
        _words = [.. holders.Keys];
        Array.Sort(_words);
        _ends = new int[_words.Length];
        _count = like?._count ?? candidates.Length;
        _averageLength = like?._averageLength ?? (lengths.Length == 0 ? 1 : Math.Max(1, lengths.Average()));
        var rarities = new double[_words.Length];
        var next = new int[_words.Length];
        var end = 0;
        for (var word = 0; word < _words.Length; word++)
        {
            next[word] = end;
            _ends[word] = end += holders[_words[word]];
            double holding = like is null ? holders[_words[word]] : Math.Max(1, like.Holding(_words[word]).Places.Length);
            rarities[word] = Math.Log(1 + ((_count - holding + 0.5) / (holding + 0.5)));
            holders[_words[word]] = word;
        }

        _places = new int[end];
        _weights = new float[end];
        for (var place = 0; place < candidates.Length; place++)
        {
            var norm = Saturation * (1 - LengthWeight + (LengthWeight * lengths[place] / _averageLength));
            foreach (var hash in found[place])
            {
                Add(hash, 1 + (Array.BinarySearch(candidates[place].Keywords, hash) >= 0 ? KeywordWeight : 0));
            }

            foreach (var hash in candidates[place].Keywords)
            {
                if (Array.BinarySearch(found[place], hash) < 0)
                {
                    Add(hash, KeywordWeight);
                }
            }

            void Add(uint hash, double frequency)
            {
                var word = holders[hash];
                _places[next[word]] = place;
                _weights[next[word]++] = (float)(frequency * (Saturation + 1) / (frequency + norm) * rarities[word]);
            }
        }
    }

    /// <summary>
    /// What a word that only one candidate holds weighs, about: the measure of all others, so that scores do not grow with the collection.
    /// </summary>
    public double UniqueWord => Math.Log(1 + _count);

    /// <summary>The places of the candidates that hold a word, ascending, and how much it weighs in each.</summary>
    public Posting Holding(uint word)
    {
        var index = Array.BinarySearch(_words, word);
        if (index < 0)
        {
            return default;
        }

        var start = index == 0 ? 0 : _ends[index - 1];
        return new(_places.AsSpan(start, _ends[index] - start), _weights.AsSpan(start, _ends[index] - start));
    }

    private static uint[] Found(ReadCandidate candidate)
    {
        if (candidate.FoundBy.Length == 0)
        {
            return candidate.Text;
        }

        uint[] both = [.. candidate.Text.Union(candidate.FoundBy)];
        Array.Sort(both);
        return both;
    }

    private static double Length(in ReadCandidate candidate, uint[] found) => found.Length + (KeywordWeight * candidate.Keywords.Length);

    private static Dictionary<uint, int> Count(ReadCandidate[] candidates, uint[][] found)
    {
        var holders = new Dictionary<uint, int>();
        for (var place = 0; place < candidates.Length; place++)
        {
            foreach (var hash in found[place])
            {
                holders[hash] = holders.GetValueOrDefault(hash) + 1;
            }

            foreach (var hash in candidates[place].Keywords)
            {
                holders[hash] = holders.GetValueOrDefault(hash) + (Array.BinarySearch(found[place], hash) < 0 ? 1 : 0);
            }
        }

        return holders;
    }

    /// <summary>The candidates that hold a word.</summary>
    /// <param name="places">Their places, ascending.</param>
    /// <param name="weights">What the word adds to the score of each.</param>
    internal readonly ref struct Posting(ReadOnlySpan<int> places, ReadOnlySpan<float> weights)
    {
        public ReadOnlySpan<int> Places { get; } = places;

        public ReadOnlySpan<float> Weights { get; } = weights;
    }
}
