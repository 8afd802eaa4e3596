namespace Pipeline.Suggestions.Candidates.Segments;

/// <summary>
/// Candidates of one kind, known by their place, with all that comparing them takes, in flat arrays: no object for each but the candidate itself.
/// Immutable.
/// </summary>
internal sealed class IndexSegment
{
    private readonly WordSets _keywords;
    private readonly WordSets _foundBy;
    private readonly WordSets _sentences;
    private readonly int[] _sentenceEnds;
    private readonly ulong[] _textKeys;
    private readonly int[] _placesById;
    private readonly ulong[] _sortedKeys;
    private readonly int[] _placesByKey;

    private IndexSegment(ReadCandidate[] read, IndexSegment? like)
    {
        Candidates = [.. read.Select(candidate => candidate.Candidate)];
        Postings = new(read, like?.Postings);
        Profiles = new(read);
        Texts = new([.. read.Select(candidate => candidate.Text)]);
        _keywords = new([.. read.Select(candidate => candidate.Keywords)]);
        _foundBy = new([.. read.Select(candidate => candidate.FoundBy)]);
        _sentences = new([.. read.SelectMany(candidate => candidate.Sentences)]);
        _sentenceEnds = new int[read.Length];
        _textKeys = [.. read.Select(candidate => candidate.TextKey)];
        _placesById = [.. Enumerable.Range(0, read.Length)];
        Array.Sort(_placesById, (left, right) => string.CompareOrdinal(Candidates[left].Id, Candidates[right].Id));
        _sortedKeys = [.. _textKeys];
        _placesByKey = [.. Enumerable.Range(0, read.Length)];
        Array.Sort(_sortedKeys, _placesByKey);
        var end = 0;
        for (var place = 0; place < read.Length; place++)
        {
            _sentenceEnds[place] = end += read[place].Sentences.Length;
        }
    }

    /// <summary>By place: those that were accepted more often first, then by id.</summary>
    public ReplyCandidate[] Candidates { get; }

    public WordPostings Postings { get; }

    public ProfileTable Profiles { get; }

    /// <summary>By place, the words of the text.</summary>
    public WordSets Texts { get; }

    /// <summary>Room for counting the words that were said, lent to one reader at a time.</summary>
    public SaidPool Pool { get; } = new();

    /// <summary>Makes a segment.</summary>
    /// <param name="read">The candidates, in any order.</param>
    /// <param name="like">The larger segment that it stands beside, whose statistics of words it takes; null when it stands alone.</param>
    public static IndexSegment Of(IEnumerable<ReadCandidate> read, IndexSegment? like) => new(
        [.. read.OrderByDescending(one => one.Candidate.Accepted).ThenBy(one => one.Candidate.Id, StringComparer.Ordinal)], like);

    /// <summary>The place of an id; -1 when it is not here.</summary>
    public int PlaceOf(string id)
    {
        var (low, high) = (0, _placesById.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(Candidates[_placesById[middle]].Id, id);
            if (order == 0)
            {
                return _placesById[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>A place whose text has the words of this key in the same order; -1 when there is none.</summary>
    public int PlaceOfText(ulong textKey) => Array.BinarySearch(_sortedKeys, textKey) is var index and >= 0 ? _placesByKey[index] : -1;

    /// <summary>See <see cref="ReadCandidate.TextKey"/>.</summary>
    public ulong TextKey(int place) => _textKeys[place];

    /// <summary>Whether a word is a keyword of a candidate.</summary>
    public bool IsKeyword(int place, uint word) => _keywords[place].BinarySearch(word) >= 0;

    /// <summary>Whether a turn said this already: nearly all of it, or one whole sentence of it.</summary>
    public bool WasSaidIn(int place, uint[] turn)
    {
        if (WordSet.WasSaidIn(Texts[place], turn))
        {
            return true;
        }

        for (var sentence = FirstSentence(place); sentence < _sentenceEnds[place]; sentence++)
        {
            if (WordSet.WasSaidIn(_sentences[sentence], turn))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A candidate as it was read.</summary>
    public ReadCandidate Read(int place)
    {
        var sentences = new uint[_sentenceEnds[place] - FirstSentence(place)][];
        for (var index = 0; index < sentences.Length; index++)
        {
            sentences[index] = _sentences[FirstSentence(place) + index].ToArray();
        }

        return new(
            Candidates[place], Texts[place].ToArray(), _keywords[place].ToArray(), _foundBy[place].ToArray(), sentences, _textKeys[place]);
    }

    private int FirstSentence(int place) => place == 0 ? 0 : _sentenceEnds[place - 1];
}
