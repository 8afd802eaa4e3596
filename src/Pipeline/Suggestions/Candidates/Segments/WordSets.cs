namespace Pipeline.Suggestions.Candidates.Segments;

/// <summary>Many sets of words in two arrays: an array for each would cost more than what is in it.</summary>
internal sealed class WordSets
{
    private readonly int[] _ends;
    private readonly uint[] _words;

    public WordSets(IReadOnlyCollection<uint[]> sets)
    {
        _ends = new int[sets.Count];
        _words = new uint[sets.Sum(set => set.Length)];
        var (place, end) = (0, 0);
        foreach (var set in sets)
        {
            set.CopyTo(_words, end);
            end += set.Length;
            _ends[place++] = end;
        }
    }

    /// <summary>The words of a set, ascending.</summary>
    public ReadOnlySpan<uint> this[int place]
    {
        get
        {
            var start = place == 0 ? 0 : _ends[place - 1];
            return _words.AsSpan(start, _ends[place] - start);
        }
    }
}
