using System.Collections.Frozen;

namespace Pipeline.Scoring.Lexicons;

/// <summary>
/// The words that some lexicon knows. Each has a set of symbols: itself, the stems it begins with, the classes it belongs to. A word
/// that is not known
/// has those of its longest stem. Immutable.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>The index of the empty set.</summary>
    public const int NoSymbols = 0;

    /// <summary>The symbol of any word that begins with a digit; in a pattern, <c>#</c>.</summary>
    public const int Number = 1;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _stems;
    private readonly int _shortestStem;
    private readonly int _longestStem;
    private readonly int[][] _sets;

    /// <param name="words">The index of each known word's set.</param>
    /// <param name="stems">The index of each stem's set.</param>
    /// <param name="sets">The sets; the first one is empty.</param>
    public Vocabulary(FrozenDictionary<string, int> words, FrozenDictionary<string, int> stems, int[][] sets)
    {
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _stems = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        _shortestStem = stems.Count > 0 ? stems.Keys.Min(stem => stem.Length) : 0;
        _longestStem = stems.Count > 0 ? stems.Keys.Max(stem => stem.Length) : -1;
        _sets = sets;
    }

    /// <summary>The symbols of a set.</summary>
    public ReadOnlySpan<int> Set(int symbols) => _sets[symbols];

    /// <summary>The index of the set of a word, given its form.</summary>
    public int SymbolsOf(ReadOnlySpan<char> form)
    {
        if (form.Length == 0)
        {
            return NoSymbols;
        }

        if (_words.TryGetValue(form, out var symbols))
        {
            return symbols;
        }

        for (var length = Math.Min(form.Length, _longestStem); length >= _shortestStem; length--)
        {
            if (_stems.TryGetValue(form[..length], out symbols))
            {
                return symbols;
            }
        }

        return char.IsAsciiDigit(form[0]) ? Number : NoSymbols;
    }
}
