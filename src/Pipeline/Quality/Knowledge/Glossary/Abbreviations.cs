using System.Collections.Frozen;

namespace Pipeline.Quality.Knowledge.Glossary;

/// <summary>Finds what looks like an abbreviation: two to six capitals and digits in a row, in a text that is not shouted.</summary>
public static class Abbreviations
{
    /// <summary>The most characters of one.</summary>
    public const int Longest = 6;

    // Everybody knows these, and some are no abbreviations at all: nobody need spell them out.
    private static readonly FrozenSet<string> Stopped = (
        "OK KO TV PC USB SMS MMS GPS DVD CD LED PDF FR EN EU UE USA UK GB EUR USD GBP HT TTC TVA VAT AM PM ID WC SOS PS NB RE TR AR PJ SVP STP MR MRS MS DR ST NE PAS OUI NON "
        + "YES NO NOT AND THE FOR YOU ALL NOW VERY PLUS TOUT RIEN AUSSI MAIS MERCI HD UHD CET CEST GMT UTC LOL FAQ").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The abbreviations of a masked text, each once, in order; names that are known to be people's are none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">First names that are known here.</param>
    public static IReadOnlyList<string> In(string text, params IReadOnlyList<string> names)
    {
        if (IsShouted(text))
        {
            return [];
        }

        List<string> found = [];
        foreach (var (start, length) in Words(text))
        {
            var word = text.Substring(start, length);
            if (length is >= 2 and <= Longest && word.Count(char.IsUpper) >= 2 && word.All(sign => char.IsUpper(sign) || char.IsAsciiDigit(sign))
                && char.IsUpper(word[0]) && !Stopped.Contains(word) && !found.Contains(word)
                && !names.Any(name => name.Equals(word, StringComparison.OrdinalIgnoreCase)))
            {
                found.Add(word);
            }
        }

        return found;
    }

    /// <summary>The words of a text, without placeholders of masked data, addresses of pages and references such as AB-1234.</summary>
    internal static IEnumerable<(int Start, int Length)> Words(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is '[' or '{' && text.IndexOf(text[at] == '[' ? ']' : '}', at) is > 0 and var close)
            {
                at = close + 1;
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-' or '/' or '.' or '@'))
            {
                at++;
            }

            if (at == start)
            {
                at++;
                continue;
            }

            // What hangs together by more than a full stop at its end is no word: a model, a reference, an address.
            var end = at;
            while (end > start && text[end - 1] is '.' or '-' or '/' or '_')
            {
                end--;
            }

            if (end > start && text.AsSpan(start, end - start).IndexOfAny("_-/.@") < 0)
            {
                yield return (start, end - start);
            }
        }
    }

    private static bool IsShouted(string text)
    {
        var (capitals, letters) = (0, 0);
        foreach (var sign in text)
        {
            letters += char.IsLetter(sign) ? 1 : 0;
            capitals += char.IsUpper(sign) ? 1 : 0;
        }

        return letters > Longest && capitals * 2 > letters;
    }
}
