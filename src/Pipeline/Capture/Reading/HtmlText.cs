using System.Net;
using System.Text;

namespace Pipeline.Capture.Reading;

/// <summary>
/// The text of a message that a platform sends as HTML, as a person would read it: no tags, lines where blocks end, entities as characters. Nothing of
/// it is ever shown as HTML, so that it need not be safe as such.
/// </summary>
public static class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "br", "li", "ul", "ol", "tr", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "section", "article",
    };

    // What stands between these is no text of anybody.
    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "head", "title", "template" };

    /// <summary>The text. Blanks are joined as a browser joins them, and empty lines left out.</summary>
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            if (html[at] == '<' && EndOfTag(html, at) is { } end)
            {
                at = Tag(html, at, end, text);
            }
            else
            {
                var next = html.IndexOf('<', at + 1);
                next = next < 0 ? html.Length : next;
                Append(text, WebUtility.HtmlDecode(html[at..next]));
                at = next;
            }
        }

        return Trimmed(text);
    }

    // Where the tag or comment that begins here ends; null when it is a sign in a text, such as "3 < 4".
    private static int? EndOfTag(string html, int at)
    {
        if (html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
        {
            return html.IndexOf("-->", at + 4, StringComparison.Ordinal) is >= 0 and var comment ? comment + 3 : html.Length;
        }

        var isTag = at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?');
        return isTag && html.IndexOf('>', at) is >= 0 and var end ? end + 1 : null;
    }

    // Writes what the tag means for the text, and tells where to go on.
    private static int Tag(string html, int at, int end, StringBuilder text)
    {
        var start = at + (at + 1 < html.Length && html[at + 1] == '/' ? 2 : 1);
        var length = 0;
        while (start + length < end && char.IsAsciiLetterOrDigit(html[start + length]))
        {
            length++;
        }

        var name = html.Substring(start, length);
        if (Blocks.Contains(name))
        {
            text.Append('\n');
        }

        if (start == at + 1 && Silent.Contains(name) && html[end - 2] != '/')
        {
            return html.IndexOf($"</{name}", end, StringComparison.OrdinalIgnoreCase) is >= 0 and var close ? close : html.Length;
        }

        return end;
    }

    private static void Append(StringBuilder text, string part)
    {
        foreach (var character in part)
        {
            var blank = char.IsWhiteSpace(character);
            if (!blank)
            {
                text.Append(character);
            }
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
            {
                text.Append(' ');
            }
        }
    }

    private static string Trimmed(StringBuilder text) => string.Join(
        '\n', text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
