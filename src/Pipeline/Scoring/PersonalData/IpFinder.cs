using System.Net;
using System.Net.Sockets;

namespace Pipeline.Scoring.PersonalData;

/// <summary>IP addresses, versions 4 and 6. A version number of four parts stays where it is named as one.</summary>
internal sealed class IpFinder : IFinder
{
    private const int LongestV6 = 45;

    // Words before what has four numbers and is no address: versions and the numbers of clauses.
    private static readonly string[] Versions =
    [
        "version", "v", "ver", "firmware", "micrologiciel", "build", "release", "clause", "section", "article", "paragraph", "paragraphe", "chapter", "chapitre",
        "update", "updated", "upgrade", "upgraded", "maj", "mise a jour", "passe en", "passee en", "app", "appli", "driver", "drivers", "pilote", "bios", "software",
        "logiciel", "patch", "sdk", "revision", "rev", "android", "windows",
    ];

    public void Find(ScanText text, Findings findings)
    {
        for (var index = 0; index + 3 < text.Groups.Count; index++)
        {
            TryAddV4(text, findings, index);
        }

        for (var position = 0; position < text.Length; position++)
        {
            if (text.At(position) == ':' && text.At(position + 1) is ':' or >= '0' and <= '9' or >= 'a' and <= 'f')
            {
                position = TryAddV6(text, findings, position);
            }
        }
    }

    private static void TryAddV4(ScanText text, Findings findings, int first)
    {
        var (start, end) = (text.Groups[first].Start, text.Groups[first + 3].End);
        for (var index = first; index < first + 4; index++)
        {
            var group = text.Groups[index];
            var value = group.Length <= 3 ? int.Parse(text.Folded[group.Start..group.End], provider: null) : 256;
            if (value > 255 || (group.Length > 1 && text.At(group.Start) == '0')
                || (index > first && (group.Start - text.Groups[index - 1].End != 1 || text.At(group.Start - 1) != '.')))
            {
                return;
            }
        }

        if (!text.IsWord(start - 1) && text.At(start - 1) != '.' && !text.IsWord(end) && !(text.At(end) == '.' && text.IsWord(end + 1))
            && (!Cues.StandBefore(text, start, 18, Versions) || Cues.StandBefore(text, start, 10, "ip", "address", "adresse")))
        {
            findings.TryAdd(start, end, PersonalDataKind.Ip, new string(text.Folded[start..end]));
        }
    }

    /// <returns>The last position that was read.</returns>
    private static int TryAddV6(ScanText text, Findings findings, int colon)
    {
        var start = colon;
        while (colon - start < 4 && char.IsAsciiHexDigit(text.At(start - 1)))
        {
            start--;
        }

        var (end, colons, shortened) = (start, 0, false);
        while (end - start < LongestV6 && (char.IsAsciiHexDigit(text.At(end)) || text.At(end) == ':'))
        {
            colons += text.At(end) == ':' ? 1 : 0;
            shortened |= text.At(end) == ':' && text.At(end + 1) == ':';
            end++;
        }

        if (!text.IsWord(start - 1) && !text.IsWord(end) && end - start >= 6 && (colons == 7 || (shortened && colons >= 2))
            && IPAddress.TryParse(text.Folded[start..end], out var address) && address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            findings.TryAdd(start, end, PersonalDataKind.Ip, address.ToString());
        }

        return Math.Max(colon, end - 1);
    }
}
