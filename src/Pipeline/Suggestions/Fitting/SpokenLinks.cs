namespace Pipeline.Suggestions.Fitting;

/// <summary>A link or an e-mail address in a text.</summary>
/// <param name="Text">As it stands there.</param>
/// <param name="Host">The host it leads to, in lower case.</param>
internal readonly record struct SpokenLink(string Text, string Host);

/// <summary>
/// Finds what a chat would make a link of: an address with its scheme, one that begins with www, a bare domain, an e-mail address.
/// </summary>
internal static class SpokenLinks
{
    /// <summary>The last labels by which a bare domain is known; a word with a point in it ("e.g.", "3.14", "fin.Merci") is none.</summary>
    private static readonly string[] Domains =
    [
        "com", "fr", "net", "org", "eu", "uk", "ie", "io", "app", "be", "ch", "ca", "de", "es", "it", "info", "biz", "shop", "online", "me",
        "co", "ly", "example",
    ];

    /// <summary>The links of a text, in order.</summary>
    public static IReadOnlyList<SpokenLink> In(string text)
    {
        var links = new List<SpokenLink>();
        foreach (var range in text.AsSpan().SplitAny(" \t\r\n\u00A0\u202F<>\"«»()[]{},;"))
        {
            var word = text[range].Trim('.', '!', '?', ':', '…', '\'', '’', '*', '_');
            if (HostOf(word) is { } host)
            {
                links.Add(new(word, host));
            }
        }

        return links;
    }

    private static string? HostOf(string word)
    {
        var scheme = word.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            // "Ici:https://…" is a link too. What cannot be read leads nowhere that is known.
            var start = word.LastIndexOf("http", scheme, StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? at : 0;
            return Uri.TryCreate(word[start..], UriKind.Absolute, out var uri) && uri.Host.Length > 0
                ? uri.IdnHost.ToLowerInvariant()
                : word[(scheme + 3)..];
        }

        var address = word[(word.LastIndexOf('@') + 1)..];
        var host = address.Split('/', '?', '#', ':')[0].ToLowerInvariant();
        var labels = host.Split('.');
        return labels.Length > 1 && Array.TrueForAll(labels, label => label.Length > 0)
            && (labels[0] == "www" || word.Contains('@', StringComparison.Ordinal) || Domains.Contains(labels[^1]))
            ? host
            : null;
    }
}
