using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Retrieval;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Linting;

/// <summary>Finds what phrases state about cost, possibility and numbers, sentence by sentence.</summary>
internal static class Claims
{
    private static readonly ConditionalWeakTable<Phrase, IReadOnlyList<Claim>> Known = [];

    private static readonly string[] ClaimLists = ["free", "charged", "possible", "impossible", "units", "numerals"];

    // Per language, what is looked up for each word.
    private static readonly FrozenDictionary<string, FrozenSet<string>> ClaimStems = ByLanguage(language => ClaimLists
        .SelectMany(list => LintWords.Of(language, list))
        .SelectMany(words => TextTokens.Of(words, language))
        .Select(token => token.Stem)
        .ToFrozenSet(StringComparer.Ordinal));

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Numerals = ByLanguage(language => LintWords.Of(language, "numerals")
        .Select((word, place) => (Word: word.Trim(), Number: (place + 1).ToString(CultureInfo.InvariantCulture)))
        .ToFrozenDictionary(entry => entry.Word, entry => entry.Number, StringComparer.Ordinal));

    // The lists name the units in one order in both languages, so that a unit is known by its English name.
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Units = ByLanguage(language => LintWords.Of(language, "units")
        .Zip(LintWords.Of("en", "units"), (words, english) => (Words: words.Trim().Split(' '), Unit: english.Trim().Split(' ')[0]))
        .SelectMany(entry => entry.Words.Select(word => (word, entry.Unit)))
        .ToFrozenDictionary(entry => entry.word, entry => entry.Unit, StringComparer.Ordinal));

    /// <summary>What a phrase states.</summary>
    public static IReadOnlyList<Claim> Of(Phrase phrase) => Known.GetValue(phrase, static key =>
        [.. TextTokens.Sentences(key.Text).SelectMany(sentence => OfSentence(sentence, key.Language))]);

    /// <summary>Whether one denies what the other states.</summary>
    public static bool Contradict(Phrase one, Phrase other) => Of(one).Any(claim => Of(other).Any(claim.Denies));

    private static IEnumerable<Claim> OfSentence(string sentence, string language)
    {
        var slots = Slots(sentence);
        var plain = Joined(PhraseSlots.Remove(sentence)).Replace("€", " euros ", StringComparison.Ordinal)
            .Replace("£", " pounds ", StringComparison.Ordinal).Replace("%", " percent ", StringComparison.Ordinal);
        var folded = $" {TextTokens.FoldedWords(plain)} ";
        var numbers = Numbers(folded, language).ToList();
        var subject = TextTokens.Of(plain, language).Select(token => token.Stem)
            .Where(stem => !ClaimStems[language].Contains(stem) && !char.IsDigit(stem[0]))
            .Concat(slots).ToHashSet(StringComparer.Ordinal);

        var isFree = Has("free");
        if (isFree || Has("charged") || numbers.Any(number => number.Unit is "euro" or "pound"))
        {
            yield return new("cost", isFree ? "free" : "charged", subject);
        }

        var isDenied = Has("impossible");
        if (isDenied || Has("possible"))
        {
            yield return new("possible", isDenied ? "no" : "yes", subject);
        }

        foreach (var (number, unit) in numbers)
        {
            yield return new(unit, number, subject);
        }

        bool Has(string list) => LintWords.Of(language, list).Any(words => folded.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>Numbers with their units: "10 jours" and "dix jours" are the same.</summary>
    private static IEnumerable<(string Number, string Unit)> Numbers(string folded, string language)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var place = 0; place + 1 < words.Length; place++)
        {
            var number = words[place].All(char.IsAsciiDigit) ? words[place].TrimStart('0') : Numerals[language].GetValueOrDefault(words[place]);
            if (number is not null && Units[language].GetValueOrDefault(words[place + 1]) is { } unit)
            {
                yield return (number, unit);
            }
        }
    }

    /// <summary>"5,90" and "1 000" as one word of digits.</summary>
    private static string Joined(string text) => string.Concat(text.Where((character, place) =>
        !(character is ',' or '.' or ' ' or '\u00A0' or '\u202F'
            && place > 0 && char.IsAsciiDigit(text[place - 1]) && place + 1 < text.Length && char.IsAsciiDigit(text[place + 1]))));

    private static FrozenDictionary<string, T> ByLanguage<T>(Func<string, T> make) =>
        PhraseWords.Languages.ToFrozenDictionary(language => language, make, StringComparer.Ordinal);

    private static IEnumerable<string> Slots(string text)
    {
        List<string> slots = [];
        PhraseSlots.Replace(text, slot =>
        {
            slots.Add($"{{{slot}}}");
            return null;
        });
        return slots.Where(slot => slot.StartsWith($"{{{PhraseSlots.LinkPrefix}", StringComparison.Ordinal));
    }
}
