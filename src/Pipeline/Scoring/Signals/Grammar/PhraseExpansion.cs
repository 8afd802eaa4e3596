using Pipeline.Scoring.Lexicons;

namespace Pipeline.Scoring.Signals.Grammar;

/// <summary>
/// Writes a phrase of the grammar out as phrases of a lexicon (<see cref="PhrasePattern"/>). Besides what those know, a part can be
/// <c>(a|b c|)</c>, one of these, of which the last is nothing; or <c>{name}</c>, one of the phrases of a set. Words that stand as alternatives
/// become a class, so that what is written out stays small.
/// </summary>
/// <param name="file">The file, for errors.</param>
/// <param name="sets">The sets.</param>
/// <param name="classOf">Declares the class of some words, and gives its name.</param>
internal sealed class PhraseExpansion(
    string file, IReadOnlyDictionary<string, IReadOnlyList<string>> sets, Func<IReadOnlyList<string>, string> classOf)
{
    /// <summary>The most phrases that one may stand for: more are a mistake.</summary>
    public const int Most = 3_000;

    private const int Deepest = 8;

    /// <summary>All phrases that a phrase stands for.</summary>
    /// <exception cref="LexiconException">A set is missing, a bracket is open, or there are too many.</exception>
    public IReadOnlyList<string> Expand(string phrase) => Expand(phrase, phrase, 0);

    private List<string> Expand(string part, string phrase, int depth)
    {
        List<string> ways = [""];
        for (var position = 0; position < part.Length;)
        {
            IReadOnlyList<string> next;
            if (part[position] is '(' or '{')
            {
                var end = EndOf(part, position, phrase);
                var inner = part[(position + 1)..end];
                next = depth > Deepest
                    ? throw new LexiconException(file, phrase, "its sets name one another.")
                    : [.. Alternatives(part[position] == '(' ? Split(inner) : Set(inner, phrase), phrase, depth)];
                position = end + 1;
            }
            else
            {
                var end = part.AsSpan(position).IndexOfAny('(', '{');
                end = end < 0 ? part.Length : position + end;
                next = [part[position..end]];
                position = end;
            }

            ways = [.. ways.SelectMany(way => next.Select(addition => way + addition))];
            if (ways.Count > Most)
            {
                throw new LexiconException(file, phrase, $"it stands for more than {Most} phrases.");
            }
        }

        return ways;
    }

    private IEnumerable<string> Alternatives(IEnumerable<string> parts, string phrase, int depth)
    {
        var written = parts.SelectMany(part => Expand(part, phrase, depth + 1)).Distinct(StringComparer.Ordinal).ToList();
        var words = written.Where(IsWord).ToList();
        return words.Count < 2 ? written : written.Where(part => !IsWord(part)).Prepend($"@{classOf(words)}");
    }

    private static bool IsWord(string part) => part.Length > 0 && part.TrimEnd('*').All(char.IsLetterOrDigit);

    private IReadOnlyList<string> Set(string name, string phrase) =>
        sets.TryGetValue(name, out var set) ? set : throw new LexiconException(file, phrase, $"there is no set {name}.");

    private int EndOf(string part, int start, string phrase)
    {
        var depth = 0;
        for (var position = start; position < part.Length; position++)
        {
            depth += part[position] is '(' or '{' ? 1 : part[position] is ')' or '}' ? -1 : 0;
            if (depth == 0)
            {
                return position;
            }
        }

        throw new LexiconException(file, phrase, "a bracket is not closed.");
    }

    private static List<string> Split(string inner)
    {
        var (parts, depth, start) = (new List<string>(), 0, 0);
        for (var position = 0; position < inner.Length; position++)
        {
            depth += inner[position] is '(' or '{' ? 1 : inner[position] is ')' or '}' ? -1 : 0;
            if (inner[position] == '|' && depth == 0)
            {
                parts.Add(inner[start..position]);
                start = position + 1;
            }
        }

        parts.Add(inner[start..]);
        return parts;
    }
}
