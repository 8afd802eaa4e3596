namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>
/// A list of expressions, written as "sans faute, garanti*, moins de": words between single blanks, separated by commas; a star ends a word
/// that may go on.
/// </summary>
internal sealed class Expressions
{
    private readonly Dictionary<string, List<(string[] Words, string Value)>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<(string[] Words, string Value)>> _openByLetter = [];

    public static Expressions Of(string list) => new Expressions().With("", list);

    public static Expressions Of(IReadOnlyDictionary<string, string> lists)
    {
        var expressions = new Expressions();
        foreach (var (value, list) in lists)
        {
            expressions.With(value, list);
        }

        return expressions;
    }

    /// <summary>The longest expression that starts at a lexeme.</summary>
    /// <returns>How many lexemes it takes, 0 when none starts there, and the name of its list.</returns>
    public (int Length, string Value) At(IReadOnlyList<Lexeme> lexemes, int position)
    {
        var text = lexemes[position].Text;
        var best = (Length: 0, Value: "");
        Consider(_exact.GetValueOrDefault(text));
        Consider(text.Length > 0 ? _openByLetter.GetValueOrDefault(text[0]) : null);
        return best;

        void Consider(List<(string[] Words, string Value)>? candidates)
        {
            foreach (var (words, value) in candidates ?? [])
            {
                if (words.Length > best.Length && Matches(words, lexemes, position))
                {
                    best = (words.Length, value);
                }
            }
        }
    }

    /// <summary>As <see cref="At"/>, also behind the end.</summary>
    public (int Length, string Value) AtOrNone(IReadOnlyList<Lexeme> lexemes, int position) =>
        position >= 0 && position < lexemes.Count ? At(lexemes, position) : (0, "");

    /// <summary>Whether one of them is a word by itself.</summary>
    public bool Has(Lexeme lexeme) => At([lexeme], 0).Length == 1;

    /// <summary>Whether one of them stands anywhere.</summary>
    public bool In(IReadOnlyList<Lexeme> lexemes) => Enumerable.Range(0, lexemes.Count).Any(position => At(lexemes, position).Length > 0);

    /// <summary>The names of the lists of which an expression stands in the text, with where.</summary>
    public IEnumerable<(int Position, int Length, string Value)> AllIn(IReadOnlyList<Lexeme> lexemes)
    {
        for (var position = 0; position < lexemes.Count; position++)
        {
            var (length, value) = At(lexemes, position);
            if (length > 0)
            {
                yield return (position, length, value);
            }
        }
    }

    private Expressions With(string value, string list)
    {
        foreach (var expression in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!words[0].EndsWith('*'))
            {
                Add(_exact, words[0], (words, value));
            }
            else
            {
                Add(_openByLetter, words[0][0], (words, value));
            }
        }

        return this;
    }

    private static void Add<TKey>(Dictionary<TKey, List<(string[], string)>> lists, TKey key, (string[], string) entry)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(entry);
    }

    private static bool Matches(string[] words, IReadOnlyList<Lexeme> lexemes, int position)
    {
        if (position + words.Length > lexemes.Count)
        {
            return false;
        }

        for (var place = 0; place < words.Length; place++)
        {
            var (word, text) = (words[place], lexemes[position + place].Text);
            var matches = word.EndsWith('*') ? text.StartsWith(word.AsSpan(0, word.Length - 1), StringComparison.Ordinal) : text == word;
            if (!matches)
            {
                return false;
            }
        }

        return true;
    }
}
