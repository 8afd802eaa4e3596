using System.Text;

namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>Damages bytes as a broken proxy, a bad disk or an attacker would, without regard to what they mean.</summary>
internal static class Damage
{
    /// <summary>Bytes that are no UTF-8, or stand where none should: an overlong slash, half a character, a surrogate, NUL.</summary>
    private static readonly byte[][] Sharp =
        [[0xC0, 0xAF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xFF], [0xEF, 0xBB, 0xBF], [0x00], [0xF4, 0x90, 0x80, 0x80], [0x1B]];

    /// <summary>Damages them in one of the ways.</summary>
    /// <returns>The damaged bytes, and which way.</returns>
    public static (byte[] Bytes, string Way) Bytes(Random random, byte[] whole)
    {
        if (whole.Length < 2)
        {
            return (Sharp[random.Next(Sharp.Length)], "replaced");
        }

        var at = random.Next(whole.Length);
        var end = random.Next(at, whole.Length) + 1;
        switch (random.Next(6))
        {
            case 0:
                var flipped = (byte[])whole.Clone();
                for (var count = random.Next(1, 9); count > 0; count--)
                {
                    flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
                }

                return (flipped, "bits flipped");
            case 1:
                return (whole[..at], "cut off");
            case 2:
                return ([.. whole[..end], .. whole[at..]], "doubled in part");
            case 3:
                return ([.. whole[..at], .. whole[end..]], "a part missing");
            case 4:
                return ([.. whole[..at], .. Sharp[random.Next(Sharp.Length)], .. whole[at..]], "bytes put in");
            default:
                return ([.. whole, .. whole], "doubled");
        }
    }

    /// <summary>A text for a part of an address: as it is, or written in percent signs, rightly or wrongly.</summary>
    public static string Escaped(Random random, string text) => random.Next(4) switch
    {
        0 => Uri.EscapeDataString(text.Replace("\0", "%00", StringComparison.Ordinal)),
        1 => string.Concat(Encoding.UTF8.GetBytes(text).Select(octet => $"%{octet:X2}")),
        2 => string.Concat(Encoding.UTF8.GetBytes(text).Select(octet => octet is > 0x20 and < 0x7F ? $"{(char)octet}" : $"%{octet:x2}")),
        _ => OnOneLine(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text))),
    };

    // A blank or a line end would end the address: what follows is a test of HTTP's grammar, which is the server's and not ours.
    private static string OnOneLine(string text) => text
        .Replace(' ', '+')
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);
}
