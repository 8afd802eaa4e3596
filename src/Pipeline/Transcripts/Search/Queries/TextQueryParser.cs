using Pipeline.Ports;
using Pipeline.Transcripts.Search.Words;

namespace Pipeline.Transcripts.Search.Queries;

/// <summary>
/// Reads a query: words that must all occur, <c>"phrases"</c>, <c>-excluded</c>, <c>beginning*</c>, <c>in:customer</c> or <c>in:advisor</c>
/// (<c>dans:client</c>, <c>dans:conseiller</c>).
/// </summary>
internal static class TextQueryParser
{
    /// <summary>The longest query, in characters.</summary>
    public const int MaxLength = 300;

    /// <summary>The most clauses.</summary>
    public const int MaxClauses = 12;

    /// <summary>The most words of a phrase.</summary>
    public const int MaxPhrase = 12;

    /// <summary>The shortest beginning before a star.</summary>
    public const int MinBeginning = 3;

    /// <summary>The query of a text.</summary>
    /// <exception cref="TextQueryException">It cannot be searched by.</exception>
    public static TextQuery Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new TextQueryException($"The text has {text.Length} characters; the most is {MaxLength}.");
        }

        var clauses = new List<TextClause>();
        var ignored = new List<string>();
        TextSide? side = null;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var excluded = text[at] == '-' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            at += excluded ? 1 : 0;
            var (item, quoted, end) = Item(text, at);
            at = end;
            if (!quoted && SideOf(item) is { } asked)
            {
                side = excluded || (side is not null && side != asked)
                    ? throw new TextQueryException("One side can be searched, in:customer or in:advisor, and none be excluded.")
                    : asked;
            }
            else
            {
                Add(item, quoted, excluded, clauses, ignored);
            }
        }

        return Checked(clauses, ignored, side);
    }

    private static TextQuery Checked(List<TextClause> clauses, List<string> ignored, TextSide? side)
    {
        if (clauses.Count > MaxClauses)
        {
            throw new TextQueryException($"The text asks for {clauses.Count} words and phrases; the most is {MaxClauses}.");
        }

        if (clauses.Exists(clause => !clause.Excluded))
        {
            return new TextQuery(clauses, side);
        }

        throw new TextQueryException(clauses.Count > 0
            ? "Only excluded words are asked for: add a word that conversations must hold."
            : ignored.Count > 0
                ? $"Only words that nearly every conversation holds are asked for ({string.Join(", ", ignored)}): put them in quotes to find them together."
                : "There is no word to search for.");
    }

    private static (string Item, bool Quoted, int End) Item(string text, int at)
    {
        if (CloseOf(text[at]) is { } close)
        {
            var end = text.AsSpan(at + 1).IndexOf(close);
            return end < 0
                ? throw new TextQueryException($"The quote at position {at + 1} is not closed.")
                : (text.Substring(at + 1, end), true, at + end + 2);
        }

        var stop = at;
        while (stop < text.Length && !char.IsWhiteSpace(text[stop]) && (stop == at || CloseOf(text[stop]) is null))
        {
            stop++;
        }

        return (text[at..stop], false, stop);
    }

    private static char? CloseOf(char quote) => quote switch
    {
        '"' => '"',
        '«' => '»',
        '“' => '”',
        '„' => '“',
        _ => null,
    };

    private static TextSide? SideOf(string item)
    {
        var colon = item.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || item[..colon].ToLowerInvariant() is not ("in" or "dans"))
        {
            return null;
        }

        return item[(colon + 1)..].ToLowerInvariant() switch
        {
            "customer" or "client" or "cliente" => TextSide.Customer,
            "advisor" or "conseiller" or "conseillere" or "conseillère" => TextSide.Advisor,
            _ => throw new TextQueryException($"'{item}' names no side: write in:customer or in:advisor."),
        };
    }

    private static void Add(string item, bool quoted, bool excluded, List<TextClause> clauses, List<string> ignored)
    {
        var star = item.IndexOf('*', StringComparison.Ordinal);
        if (star >= 0 && (quoted || star != item.Length - 1))
        {
            throw new TextQueryException($"'{item}': a star may stand at the end of a single word only.");
        }

        var words = SearchWords.Read(item);
        if (star >= 0)
        {
            clauses.Add(words.Count == 1 && words[0].Length >= MinBeginning
                ? new TextClause(words, excluded, Beginning: true)
                : throw new TextQueryException($"'{item}': the beginning of a word takes at least {MinBeginning} letters or digits before the star."));
        }
        else if (words.Count > MaxPhrase)
        {
            throw new TextQueryException($"A phrase has {words.Count} words; the most is {MaxPhrase}.");
        }
        else if (words.Count == 1 && !quoted && SearchStopWords.Contains(words[0]))
        {
            ignored.Add(words[0]);
        }
        else if (words.Count > 0)
        {
            clauses.Add(new TextClause(words, excluded));
        }
    }
}
