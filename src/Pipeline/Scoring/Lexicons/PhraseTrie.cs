using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Lexicons;

/// <summary>A phrase found in a text.</summary>
/// <param name="Entry">The index of its entry.</param>
/// <param name="First">The index of its first word.</param>
/// <param name="Last">The index of its last word.</param>
internal readonly record struct PhraseMatch(int Entry, int First, int Last)
{
    public bool Overlaps(PhraseMatch other) => First <= other.Last && other.First <= Last;
}

/// <summary>
/// All phrases of a language as one tree of symbols, so that one pass over a text finds them all. From each word the tree is followed
/// only as
/// deep as a phrase is long, so the work is linear in the length of the text. No phrase reaches over the end of a sentence.
/// </summary>
internal sealed class PhraseTrie
{
    /// <summary>The most words that a gap in a phrase stands for.</summary>
    public const int LongestGap = 3;

    private const int Anywhere = 0;
    private const int AtStart = 1;

    // What nearly every word asks, and nearly always in vain: which phrases begin with a symbol. By the root, then by the symbol; 0 for none.
    private readonly List<int>[] _starts = [[], []];
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<Node> _nodes = [new(), new()];

    /// <summary>Adds a phrase.</summary>
    /// <param name="pattern">The phrase.</param>
    /// <param name="entry">The index of its entry.</param>
    public void Add(PhrasePattern pattern, int entry)
    {
        var node = pattern.AtStart ? AtStart : Anywhere;
        foreach (var symbol in pattern.Symbols)
        {
            node = symbol == PhrasePattern.Gap ? Gap(node) : Child(node, symbol);
        }

        _nodes[node].Ends.Add((entry, pattern.AtEnd));
    }

    /// <summary>Finds the phrases in a text.</summary>
    public List<PhraseMatch> Find(List<Word> words, Vocabulary vocabulary)
    {
        var matches = new List<PhraseMatch>();
        for (var first = 0; first < words.Count; first++)
        {
            Follow(words, vocabulary, Anywhere, first, first, matches);
            if (words[first].Has(WordMarks.First))
            {
                Follow(words, vocabulary, AtStart, first, first, matches);
            }
        }

        return matches;
    }

    private void Follow(List<Word> words, Vocabulary vocabulary, int node, int first, int next, List<PhraseMatch> matches)
    {
        foreach (var (entry, atEnd) in _nodes[node].Ends)
        {
            if (!atEnd || words[next - 1].Has(WordMarks.Last))
            {
                matches.Add(new(entry, first, next - 1));
            }
        }

        if (next >= words.Count || (next > first && words[next - 1].Has(WordMarks.Last)))
        {
            return;
        }

        foreach (var symbol in vocabulary.Set(words[next].Symbols))
        {
            if (ChildOf(node, symbol) is > 0 and var child)
            {
                Follow(words, vocabulary, child, first, next + 1, matches);
            }
        }

        if (_nodes[node].Gap is > 0 and var gap)
        {
            for (var skip = 0; skip <= LongestGap && next + skip < words.Count; skip++)
            {
                Follow(words, vocabulary, gap, first, next + skip, matches);
                if (words[next + skip].Has(WordMarks.Last))
                {
                    break;
                }
            }
        }
    }

    private static long Key(int node, int symbol) => ((long)node << 32) | (uint)symbol;

    /// <summary>The node behind a symbol; 0 for none, for no phrase leads back to the root.</summary>
    private int ChildOf(int node, int symbol) =>
        node > AtStart ? _edges.GetValueOrDefault(Key(node, symbol))
        : symbol < _starts[node].Count ? _starts[node][symbol]
        : 0;

    private int Child(int node, int symbol)
    {
        var child = ChildOf(node, symbol);
        if (child == 0)
        {
            child = _nodes.Count;
            _nodes.Add(new());
            Lead(node, symbol, child);
        }

        return child;
    }

    private void Lead(int node, int symbol, int child)
    {
        if (node > AtStart)
        {
            _edges.Add(Key(node, symbol), child);
            return;
        }

        while (_starts[node].Count <= symbol)
        {
            _starts[node].Add(0);
        }

        _starts[node][symbol] = child;
    }

    private int Gap(int node)
    {
        if (_nodes[node].Gap == 0)
        {
            _nodes[node].Gap = _nodes.Count;
            _nodes.Add(new());
        }

        return _nodes[node].Gap;
    }

    private sealed class Node
    {
        public List<(int Entry, bool AtEnd)> Ends { get; } = [];

        public int Gap { get; set; }
    }
}
