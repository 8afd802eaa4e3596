using System.Buffers;
using System.Collections.Frozen;

namespace Pipeline.Transcripts.Search.Words;

/// <summary>
/// Cuts English endings off a folded word: the first steps of M. Porter's algorithm ("An algorithm for suffix stripping", 1980) and the few endings
/// that make nouns of verbs (<c>cancel, cancelled, cancellation</c>). It aims at forms that meet.
/// </summary>
internal static class EnglishStem
{
    private const int Shortest = 4;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly (string Ending, int Leaves)[] Nouns =
    [
        ("ations", 4), ("ation", 4), ("ements", 4), ("ement", 4), ("ments", 3), ("ment", 3), ("ness", 4), ("ably", 4), ("able", 4), ("ally", 4),
        ("ly", 4), ("ate", 4), ("at", 5), ("or", 5),
    ];

    private static readonly FrozenDictionary<string, string> Irregular = IrregularForms.Read(
        "pay paid", "send sent", "break broke broken", "lose lost", "buy bought", "go went gone", "take took taken",
        "get got gotten", "come came", "tell told", "say said", "steal stolen stole", "speak spoke spoken", "leave left",
        "news news", "during during", "nothing nothing", "something something", "anything anything", "everything everything",
        "morning morning", "evening evening", "string string", "thing thing things", "need need", "speed speed", "feed feed",
        "moment moment moments", "later later");

    /// <summary>The stem of a folded word.</summary>
    public static string Of(string word)
    {
        if (word.Length < 3 || char.IsAsciiDigit(word[0]) || word[0] == '[')
        {
            return word;
        }

        return Irregular.GetValueOrDefault(word) is { } irregular ? Tail(irregular)
            : word.Length < Shortest ? Tail(word)
            : Tail(Noun(Past(Plural(word))));
    }

    private static string Plural(string word)
    {
        if (word.Length > 4 && EndsWith(word, "ies"))
        {
            return word[..^3] + "y";
        }

        if (EndsWith(word, "sses") || EndsWith(word, "xes") || EndsWith(word, "ches") || EndsWith(word, "shes"))
        {
            return word[..^2];
        }

        return word[^1] == 's' && !EndsWith(word, "ss") && !EndsWith(word, "us") && !EndsWith(word, "is") ? word[..^1] : word;
    }

    private static string Past(string word)
    {
        if (word.Length > 4 && EndsWith(word, "ied"))
        {
            return word[..^3] + "y";
        }

        foreach (var ending in (ReadOnlySpan<string>)["ingly", "edly", "ing", "ed"])
        {
            if (EndsWith(word, ending) && word.Length - ending.Length >= 3 && word.AsSpan(0, word.Length - ending.Length).ContainsAny(Vowels))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    private static string Noun(string word)
    {
        if ((EndsWith(word, "tion") || EndsWith(word, "sion")) && !EndsWith(word, "ation") && word.Length >= 8)
        {
            return word[..^3];
        }

        foreach (var (ending, leaves) in Nouns)
        {
            if (word.Length - ending.Length >= leaves && EndsWith(word, ending))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    private static string Tail(string word)
    {
        if (word.Length > 3 && word[^1] == 'e')
        {
            word = word[..^1];
        }

        if (word.Length > 4 && word[^1] == 'y' && !"aeiou".Contains(word[^2], StringComparison.Ordinal))
        {
            word = word[..^1];
        }

        return word.Length > 3 && word[^1] == word[^2] ? word[..^1] : word;
    }

    private static bool EndsWith(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
