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

    private readonly WordTable _words;
    private readonly WordTable _stems;
    private readonly int[][] _sets;

    /// <param name="words">The index of each known word's set.</param>
    /// <param name="stems">The index of each stem's set.</param>
    /// <param name="sets">The sets; the first one is empty.</param>
    public Vocabulary(IReadOnlyDictionary<string, int> words, IReadOnlyDictionary<string, int> stems, int[][] sets) =>
        (_words, _stems, _sets) = (new(words), new(stems), sets);

    /// <summary>The symbols of a set.</summary>
    public ReadOnlySpan<int> Set(int symbols) => _sets[symbols];

    /// <summary>The index of the set of a word, given its form.</summary>
    public int SymbolsOf(ReadOnlySpan<char> form)
    {
        if (form.Length == 0)
        {
            return NoSymbols;
        }

        var (hash, stem) = (WordTable.Begin, NoSymbols);
        for (var length = 1; length <= form.Length; length++)
        {
            hash = WordTable.Add(hash, form[length - 1]);
            if (_stems.TryFind(form[..length], hash, out var longer))
            {
                stem = longer;
            }
        }

        if (_words.TryFind(form, hash, out var symbols))
        {
            return symbols;
        }

        if (stem != NoSymbols)
        {
            return stem;
        }

        return char.IsAsciiDigit(form[0]) ? Number : NoSymbols;
    }
}
