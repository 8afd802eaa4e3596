using System.Text;

namespace Pipeline.Suggestions.Fitting;

/// <summary>Takes emoji out of a text.</summary>
public static class EmojiText
{
    /// <summary>Whether a text holds one.</summary>
    public static bool Has(string text) => text.EnumerateRunes().Any(IsEmoji);

    /// <summary>The text without emoji and the blanks before them; a point where one stood at the end of a sentence.</summary>
    public static string Strip(string text)
    {
        if (!Has(text))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        var isCut = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsEmoji(rune))
            {
                TrimEnd(plain);
                isCut = true;
                continue;
            }

            if (isCut && Rune.IsWhiteSpace(rune))
            {
                continue;
            }

            if (isCut && plain.Length > 0)
            {
                var isNewSentence = Rune.IsUpper(rune) && char.IsLetterOrDigit(plain[^1]);
                plain.Append(isNewSentence ? ". " : rune.Value is ',' or '.' or '!' or '?' ? "" : " ");
            }

            isCut = false;
            plain.Append(rune);
        }

        TrimEnd(plain);
        return isCut && plain.Length > 0 && char.IsLetterOrDigit(plain[^1]) ? plain.Append('.').ToString() : plain.ToString();
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1]))
        {
            text.Length--;
        }
    }

    /// <summary>Pictographs, dingbats, flags and what joins or colours them (Unicode Technical Standard 51), not signs such as © or °.</summary>
    private static bool IsEmoji(Rune rune) => rune.Value
        is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2600 and <= 0x27BF) or (>= 0x2B00 and <= 0x2BFF) or 0x200D or 0x20E3
        or (>= 0xFE00 and <= 0xFE0F);
}
