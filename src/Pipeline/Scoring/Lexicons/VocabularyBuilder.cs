namespace Pipeline.Scoring.Lexicons;

/// <summary>Gathers the words, stems and classes of all lexicons, and gives each its symbol.</summary>
internal sealed class VocabularyBuilder
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Language, string Name), int> _classes = [];
    private readonly Dictionary<string, List<int>> _wordClasses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _stemClasses = new(StringComparer.Ordinal);
    private int _lastSymbol = Vocabulary.Number;

    /// <summary>How many symbols there are so far.</summary>
    public int Symbols => _lastSymbol + 1;

    /// <summary>The symbol of a word.</summary>
    public int Word(string form) => SymbolOf(_words, form);

    /// <summary>The symbol of all words that begin with a stem.</summary>
    public int Stem(string stem) => SymbolOf(_stems, Folded(stem));

    /// <summary>The symbol of a class; null when there is none of that name.</summary>
    public int? Class(string language, string name) => _classes.TryGetValue((language, name), out var symbol) ? symbol : null;

    /// <summary>Declares a class.</summary>
    /// <param name="members">Words, or stems with a star behind.</param>
    public void AddClass(string file, string language, string name, IEnumerable<string> members)
    {
        var symbol = _classes[(language, name)] = ++_lastSymbol;
        foreach (var member in members)
        {
            if (member.EndsWith('*'))
            {
                Stem(member[..^1]);
                ListOf(_stemClasses, Folded(member[..^1])).Add(symbol);
                continue;
            }

            var forms = PhrasePattern.Forms(member);
            if (forms.Count != 1)
            {
                throw new LexiconException(file, $"class {name}", $"\"{member}\" is {forms.Count} words; a member of a class is one.");
            }

            Word(forms[0]);
            ListOf(_wordClasses, forms[0]).Add(symbol);
        }
    }

    /// <summary>The finished vocabulary.</summary>
    public Vocabulary Build()
    {
        var sets = new List<int[]> { Array.Empty<int>(), new[] { Vocabulary.Number } };
        var stems = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var stem in _stems.Keys)
        {
            stems.Add(stem, sets.Count);
            sets.Add([.. StemSymbols(stem)]);
        }

        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, symbol) in _words)
        {
            words.Add(word, sets.Count);
            int[] own = char.IsAsciiDigit(word[0]) ? [symbol, Vocabulary.Number] : [symbol];
            sets.Add([.. own.Concat(_wordClasses.GetValueOrDefault(word, [])).Concat(StemSymbols(word)).Distinct()]);
        }

        return new(words, stems, [.. sets]);
    }

    private IEnumerable<int> StemSymbols(string form)
    {
        for (var length = 1; length <= form.Length; length++)
        {
            if (_stems.TryGetValue(form[..length], out var symbol))
            {
                yield return symbol;
                foreach (var member in _stemClasses.GetValueOrDefault(form[..length], []))
                {
                    yield return member;
                }
            }
        }
    }

    private int SymbolOf(Dictionary<string, int> symbols, string form)
    {
        if (!symbols.TryGetValue(form, out var symbol))
        {
            symbols[form] = symbol = ++_lastSymbol;
        }

        return symbol;
    }

    private static string Folded(string stem) => string.Concat(PhrasePattern.Forms(stem));

    private static List<int> ListOf(Dictionary<string, List<int>> lists, string form)
    {
        if (!lists.TryGetValue(form, out var list))
        {
            lists[form] = list = [];
        }

        return list;
    }
}
