using System.Text;

namespace Pipeline.Capture.Platforms.Notes;

/// <summary>How a platform marks up the text of a note.</summary>
public sealed class NoteMarkup
{
    private const string MarkdownSigns = "\\`*_[]<>#|~!";

    private readonly Func<string, string> _escape;

    private NoteMarkup(Func<string, string> escape, string strongStart, string strongEnd, string lineBreak, string indent)
    {
        _escape = escape;
        StrongStart = strongStart;
        StrongEnd = strongEnd;
        LineBreak = lineBreak;
        Indent = indent;
    }

    /// <summary>Markdown.</summary>
    public static NoteMarkup Markdown { get; } = new(EscapeMarkdown, "**", "**", "\n", "   ");

    /// <summary>Text alone.</summary>
    public static NoteMarkup Plain { get; } = new(text => text, "", "", "\n", "   ");

    /// <summary>HTML.</summary>
    public static NoteMarkup Html { get; } = new(EscapeHtml, "<strong>", "</strong>", "<br>", "&nbsp;&nbsp;&nbsp;");

    /// <summary>
    /// Slack's own, where only three characters have to be escaped to keep links and mentions from becoming any
    /// (docs.slack.dev/messaging/formatting-message-text).
    /// </summary>
    public static NoteMarkup Slack { get; } = new(EscapeSlack, "*", "*", "\n", "   ");

    /// <summary>What begins strong text.</summary>
    internal string StrongStart { get; }

    /// <summary>What ends it.</summary>
    internal string StrongEnd { get; }

    /// <summary>What ends a line.</summary>
    internal string LineBreak { get; }

    /// <summary>What stands before the lines of an item after its first.</summary>
    internal string Indent { get; }

    /// <summary>Text as it is: what looks like markup in it (a link, a mention) does not become any.</summary>
    internal string Text(string text) =>
        string.Join(LineBreak + Indent, text.ReplaceLineEndings("\n").Split('\n').Select(_escape));

    private static string EscapeMarkdown(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            if (MarkdownSigns.Contains(character, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }

    // Accents stay as they are: calls are in UTF-8.
    private static string EscapeHtml(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private static string EscapeSlack(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("*", "\u2217", StringComparison.Ordinal);
}
