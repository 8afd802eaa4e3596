using System.Collections.Frozen;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Replies;

/// <summary>
/// Finds what may be a name of a person or a place. The text was masked when it was stored; this is the second fence, for what a finder of names
/// misses: it refuses every word that it does not know where a name could stand.
/// </summary>
internal static class NameRule
{
    /// <summary>The words of capitals that say nothing of anybody.</summary>
    private static readonly FrozenSet<string> Letters = FrozenSet.Create(
        StringComparer.Ordinal,
        "SMS", "MMS", "SIM", "RIO", "PIN", "PUK", "TV", "PDF", "RIB", "IBAN", "QR", "OK", "FAQ", "VPN", "URL", "HD", "USB", "GPS", "ID", "LED", "WPS", "ONT",
        "APN", "IMEI", "PC", "Mac", "TTC", "HT", "CB", "SAV", "VOD", "I", "A", "UK", "EU");

    /// <summary>Stands for a slot while words are read.</summary>
    private const char Slot = '\u0001';

    private static readonly Lazy<NamedWord[]> Library = new(() => [.. PhraseSeed.Phrases().SelectMany(phrase => Read(phrase.Text))]);

    /// <summary>The words that the program's own phrases write with a capital inside a sentence ("Wi-Fi", "Android").</summary>
    private static readonly Lazy<FrozenSet<string>> Things = new(() => Library.Value
        .Where(word => word is { IsCapital: true, StartsSentence: false })
        .Select(word => word.Text)
        .ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The words that they write without one, or begin sentences with.</summary>
    private static readonly Lazy<FrozenSet<string>> Ordinary = new(() => Library.Value
        .Where(word => !word.IsCapital || word.StartsSentence)
        .Select(word => PlainText.Fold(word.Text))
        .ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether no word of a template may be a name.</summary>
    public static bool IsFree(string template, string language, PersonalWords known)
    {
        var words = ReplyWords.For(language);
        var read = Read(template);
        for (var index = 0; index < read.Count; index++)
        {
            var previous = index > 0 && !read[index].IsApart ? PlainText.Fold(read[index - 1].Text) : "";
            if (MayBeName(read[index], previous, words, known))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MayBeName(NamedWord word, string previous, ReplyWords words, PersonalWords known)
    {
        var folded = PlainText.Fold(word.Text);
        if (folded.Length < 2 || char.IsAsciiDigit(folded[0]) || Letters.Contains(word.Text) || Things.Value.Contains(word.Text))
        {
            return false;
        }

        if (known.IsName(folded))
        {
            return true;
        }

        if (words.Has("addressing", previous))
        {
            // "Bonjour claire", "votre conseillère rose".
            return known.CanBeName(folded) || !IsOrdinary(folded, known);
        }

        // The beginning of a sentence explains a capital, unless somebody could be spoken to there: "Claire, je regarde."
        return word.IsCapital
            && !(word.StartsSentence && (words.Has("openers", folded) || (!word.IsCalled && IsOrdinary(folded, known))));
    }

    private static bool IsOrdinary(string folded, PersonalWords known) => known.IsOrdinary(folded) || Ordinary.Value.Contains(folded);

    private static List<NamedWord> Read(string template)
    {
        var plain = PhraseSlots.Replace(template, static _ => Slot.ToString());
        var words = new List<NamedWord>();
        var end = 0;
        foreach (var word in PlainText.Words(plain))
        {
            var gap = plain.AsSpan(end..word.Start);
            var startsSentence = (words.Count == 0 || gap.IndexOfAny(".!?:") >= 0) && gap.IndexOf(Slot) < 0;
            var isApart = words.Count == 0 || gap.IndexOfAnyExcept(' ', '\'') >= 0;
            var behind = plain.AsSpan(word.End);
            words.Add(new(word.Text, char.IsUpper(word.Text[0]), startsSentence, isApart, behind.IsEmpty || behind[0] is ',' or '!' or '.'));
            end = word.End;
        }

        return words;
    }

    /// <summary>A word where a name could stand.</summary>
    /// <param name="Text">As written.</param>
    /// <param name="IsCapital">Whether it begins with a capital.</param>
    /// <param name="StartsSentence">Whether a sentence begins with it, which explains a capital.</param>
    /// <param name="IsApart">Whether a mark stands between it and the word before.</param>
    /// <param name="IsCalled">Whether a mark follows, as after somebody who is spoken to.</param>
    private readonly record struct NamedWord(string Text, bool IsCapital, bool StartsSentence, bool IsApart, bool IsCalled);
}
