namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>Finds addresses of pages and mails: with a scheme or without, and spoken ("lumo point example").</summary>
internal static class LinkReader
{
    private static readonly char[] Ends = ['.', ',', ';', ':', '!', '?', ')', '(', '»', '«', '"', '\'', '…', '’', '”', '“', '<', '>', '[', ']'];

    private static readonly HashSet<string> Domains = new(StringComparer.Ordinal)
    {
        "com", "fr", "org", "net", "example", "uk", "co", "io", "info", "eu", "me", "biz", "app", "site", "shop", "online", "test", "be", "ch", "ca", "ly",
    };

    /// <summary>The addresses, and the text without them.</summary>
    public static (IReadOnlyList<string> Links, string Plain) Read(string text)
    {
        var links = new List<string>();
        var rest = new List<string>();
        foreach (var chunk in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var inside = chunk.Trim(Ends);
            if (IsLink(inside))
            {
                // What closes the sentence stays with it.
                links.Add(Normal(inside));
                rest.Add(chunk.Replace(inside, " ", StringComparison.Ordinal));
            }
            else
            {
                rest.Add(chunk);
            }
        }

        return (links, string.Join(' ', rest));
    }

    /// <summary>Whether an address is spoken in words.</summary>
    public static bool IsSpoken(IReadOnlyList<Lexeme> lexemes)
    {
        for (var position = 0; position + 1 < lexemes.Count; position++)
        {
            if ((lexemes[position].Text is "point" or "dot" or "." && Domains.Contains(lexemes[position + 1].Text) && lexemes[position + 1].Surface == lexemes[position + 1].Text)
                || lexemes[position].Text is "arobase" or "arobas" or "slash" or "http" or "https" or "www")
            {
                return true;
            }
        }

        return false;
    }

    private static string Normal(string link)
    {
        var lower = link.ToLowerInvariant();
        lower = lower.StartsWith("https://", StringComparison.Ordinal) ? lower["https://".Length..] : lower;
        return lower.TrimEnd('/');
    }

    private static bool IsLink(string chunk)
    {
        if (chunk.Contains("://", StringComparison.Ordinal) || chunk.Contains('@', StringComparison.Ordinal)
            || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        for (var dot = chunk.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = chunk.IndexOf('.', dot + 1))
        {
            if (dot > 0 && char.IsLetterOrDigit(chunk[dot - 1]) && dot + 2 < chunk.Length && char.IsLetter(chunk[dot + 1]) && char.IsLetter(chunk[dot + 2]))
            {
                return true;
            }
        }

        return false;
    }
}
