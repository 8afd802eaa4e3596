using System.Text;

namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>Texts that have broken programs: markup, invisible and reordering characters, repetition, what looks like personal data.</summary>
internal static class HostileText
{
    private static readonly string[] Units =
    [
        "a", " ", "\n", "\t", "é", "e\u0301", "\u0316\u0315", "\u200B", "\u202E", "\u2066", "\u00AD", "😀", "👩‍👩‍👧", "\uFE0F\u200D", "ß", "İ", "中",
        "ا", "1", "4111 ", "0", "+33 6 12 34 56 78 ", "1 2 ", "@", "a@", "a@a.", ".", "..", "!?", "-", "a-", "_", "(", "[", "<", "{", "<b>",
        "{x}", "[EMAIL] ", "&amp;", "%00", "\\", "\"", "'", "' OR 1=1 --", "${jndi:ldap://x}", "<script>alert(1)</script>", "FR76 3000 ",
        "12 rue de la ", "Paris ", "je m'appelle ", "my name is ", "Mr ", "née le 12/03/1980 ", "NW1 6XE ", "192.168.0.", "not ", "ne pas ",
        "very ", "très très ", "remboursez-moi ", "I want to speak to a manager ", "bonjour ", "hello ", "facture ", "12,50 € ", "=", "~", "/",
    ];

    private static readonly string[] Whole =
    [
        "", " ", "\0", "a\0b", "..", "../../etc/passwd", "%", "%%", "+", "null", "undefined", "NaN", "-0", "true", "0x1F",
        "１２３", "\uFEFF", "\u2028", "\uFFFE", "a\uFFFFb", "\uFDD0",
        "<img src=x onerror=alert(1)>", "javascript:alert(1)", "data:text/html,x", "https://[::1", "http://a:b@c/", "//x", "C:\\a", "CON",
        "2026-02-30", "0000-00-00", "9999-12-31", "0001-01-01", "2026-03-04", "2026-03-04T08:14:02Z", "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59-14:00", "2026-03-04T24:00:00Z", "2026-03-04T08:14:60Z", "2026-03-04 13:05:57 UTC",
        "-9223372036854775808", "9223372036854775807", "9223372036854775808", "18446744073709551616", "1e9", "2147483648", "1,5", "٣",
        "generic~demo~c-1", "generic~shop~c-1", "a~b~c", "~~", "a~b", "=0041~b~c", "captured", "outcomes", "conversations~store",
        "conversations/store", "conversations~nothing", "customer", "advisor", "bot", "system", "fr", "en-GB", "xx", "message.created",
        "MDAwMDAwMDAwMDAwMDAwMDAwMH5nZW5lcmljfmRlbW9-Yy0x", "AAAAAAAAAAAAAAAAAAAAAAAA", "page.js", "PAGE.JS", "page.html",
    ];

    /// <summary>A text of at most so many characters.</summary>
    public static string Any(Random random, int most)
    {
        var text = random.Next(3) == 0 ? Repeated(random, most) : Whole[random.Next(Whole.Length)];

        // Cut where half a character may be left: that half becomes the sign for what cannot be read.
        return text.Length <= most ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text[..most]));
    }

    /// <summary>A long text made of one unit, or of a few mixed.</summary>
    public static string Repeated(Random random, int most)
    {
        string[] units = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Units[random.Next(Units.Length)])];

        // Most are short: a long one costs as much as many.
        var length = random.Next(10) == 0 ? random.Next(most) : random.Next(Math.Min(most, 200));
        var text = new StringBuilder(length + 32);
        while (text.Length < length)
        {
            text.Append(units[random.Next(units.Length)]);
        }

        return text.ToString();
    }
}
