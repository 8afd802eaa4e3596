using System.Text;

namespace Pipeline.Capture.Platforms.Slack;

/// <summary>Slack's text as people read it (docs.slack.dev/messaging/formatting-message-text).</summary>
internal static class SlackText
{
    /// <summary>
    /// The text with links and mentions as they show, and its three escaped characters as they are. The signs of bold and italic text stay:
    /// people write them in plain text too.
    /// </summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = text[at] == '<' ? text.IndexOf('>', at) : -1;
            if (end < 0)
            {
                plain.Append(text[at++]);
                continue;
            }

            plain.Append(Shown(text[(at + 1)..end]));
            at = end + 1;
        }

        return plain.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").ToString();
    }

    // <@U1|nadia>, <#C1|general>, <!here>, <https://example.org|label>.
    private static string Shown(string link)
    {
        var bar = link.IndexOf('|', StringComparison.Ordinal);
        var shown = bar >= 0 && bar + 1 < link.Length ? link[(bar + 1)..] : bar >= 0 ? link[..bar] : link;
        return link switch
        {
            ['@', ..] or ['#', ..] when bar >= 0 => link[0] + shown,
            ['!', ..] when bar < 0 => "@" + shown[1..],
            _ => shown,
        };
    }
}
