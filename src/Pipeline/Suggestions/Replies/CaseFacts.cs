using Pipeline.Suggestions.Retrieval;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Replies;

/// <summary>
/// Finds what belongs to one case: numbers, amounts and days. Of numbers only durations, steps and names of things ("24 h", "étape 2", "4G") belong
/// to none.
/// </summary>
internal static class CaseFacts
{
    private static readonly string[] Forms = ["2g", "3g", "4g", "5g", "24h", "48h", "72h", "24/7", "7/7", "24/24", "7j/7", "24h/24"];

    // Hours of so many are a time limit that services promise; "14 h" is an appointment.
    private static readonly string[] Limits = ["24", "48", "72"];

    /// <summary>Whether nothing of one case is left in a template.</summary>
    public static bool IsFree(string template, string language)
    {
        var words = ReplyWords.For(language);
        var folded = $" {TextTokens.FoldedWords(template)} ";
        var spoken = PhraseSlots.Remove(template);
        return !words.Says("relativeDays", folded) && !words.Says("currencies", folded) && spoken.AsSpan().IndexOfAny("€£$%#") < 0
            && NumbersAreGeneral(PlainText.Fold(spoken), words);
    }

    private static bool NumbersAreGeneral(string folded, ReplyWords words)
    {
        foreach (var form in Forms.OrderByDescending(form => form.Length))
        {
            folded = WithoutWord(folded, form);
        }

        var parts = PlainText.Words(folded);
        for (var index = 0; index < parts.Count; index++)
        {
            if (parts[index].Text.Any(char.IsNumber) && !IsGeneral(parts, index, words))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsGeneral(IReadOnlyList<PlainWord> parts, int index, ReplyWords words)
    {
        var number = parts[index].Text;
        if (!IsSmall(number))
        {
            return false;
        }

        var (before, after) = (At(parts, index - 1), At(parts, index + 1));
        if (number.Length == 1 && words.Has("step", before))
        {
            return true;
        }

        // "2 à 3 jours", "3-5 days": the first number is as general as the second.
        if (IsSmall(after))
        {
            return IsGeneral(parts, index + 1, words);
        }

        if (words.Has("between", after) && IsSmall(At(parts, index + 2)))
        {
            return IsGeneral(parts, index + 2, words);
        }

        return words.Has("units", after)
            && (!words.Has("hours", after) || Limits.Contains(number) || words.Has("within", before));
    }

    private static string At(IReadOnlyList<PlainWord> parts, int index) => index >= 0 && index < parts.Count ? parts[index].Text : "";

    private static bool IsSmall(string word) => word.Length is 1 or 2 && word.All(char.IsAsciiDigit);

    private static string WithoutWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '/'))
                && (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] == '/')))
            {
                text = string.Concat(text.AsSpan(0, at), new string(' ', word.Length), text.AsSpan(end));
            }
        }

        return text;
    }
}
