using System.Text;

namespace Pipeline.Transcripts.Search.Words;

/// <summary>
/// Reads the words of a text, folded, in order. An elided word before an apostrophe goes (<c>l'abonnement</c>, <c>qu'il</c>), and so does a short
/// form after one (<c>it's</c>, <c>don't</c>). A placeholder of masked data is one word, its kind: <c>[PHONE_4821]</c> is <c>[phone]</c>.
/// Texts and queries are read alike.
/// </summary>
internal static class SearchWords
{
    /// <summary>The longest word; what is longer is cut, in texts and in queries alike.</summary>
    public const int MaxLength = 40;

    private const int MaxPlaceholder = 40;

    private static readonly HashSet<string> Elided =
        ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"];

    private static readonly HashSet<string> ShortForms = ["s", "t", "re", "ve", "ll", "d", "m"];

    /// <summary>Adds the words of a text to a list.</summary>
    public static void Read(ReadOnlySpan<char> text, List<string> words)
    {
        var word = new StringBuilder(MaxLength);
        string? before = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '[' && Placeholder(text[at..]) is { Length: > 0 } kind)
            {
                End(word, ref before, apostrophe: false, words);
                words.Add(kind);
                at += text[at..].IndexOf(']');
                continue;
            }

            if (FoldedLetters.Of(text[at]) is { } folded)
            {
                if (word.Length + folded.Length <= MaxLength)
                {
                    word.Append(folded);
                }
            }
            else
            {
                End(word, ref before, FoldedLetters.IsApostrophe(text[at]), words);
            }
        }

        End(word, ref before, apostrophe: false, words);
    }

    /// <summary>The words of a text.</summary>
    public static List<string> Read(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        Read(text, words);
        return words;
    }

    // "before" is what stands before an apostrophe and is not settled yet.
    private static void End(StringBuilder word, ref string? before, bool apostrophe, List<string> words)
    {
        var ended = word.Length == 0 ? null : word.ToString();
        word.Clear();
        if (before is not null && ended is not null)
        {
            ended = ShortForms.Contains(ended) ? before : Joined(before, ended);
        }
        else if (before is not null)
        {
            ended = before;
        }

        before = null;
        if (ended is null || (apostrophe && Elided.Contains(ended)))
        {
            return;
        }

        if (apostrophe)
        {
            before = ended;
        }
        else
        {
            words.Add(ended);
        }
    }

    private static string Joined(string before, string after) =>
        before.Length + after.Length <= MaxLength ? before + after : (before + after)[..MaxLength];

    // [KIND] or [KIND_123]: letters and underscores, then digits that say which one.
    private static string? Placeholder(ReadOnlySpan<char> text)
    {
        var close = text[..Math.Min(text.Length, MaxPlaceholder)].IndexOf(']');
        if (close < 2)
        {
            return null;
        }

        var kind = text[1..close].TrimEnd("0123456789").TrimEnd('_');
        if (kind.IsEmpty || kind.ContainsAnyExcept(KindLetters))
        {
            return null;
        }

        return $"[{kind.ToString().ToLowerInvariant()}]";
    }

    private static readonly System.Buffers.SearchValues<char> KindLetters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
}
