using Pipeline.Ports;
using Pipeline.Suggestions.Drafting;
using Pipeline.Suggestions.Drafting.Reading;
using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Linting;

/// <summary>Finds rude words by the list of the drafts' guard, and words that talk down by that of the library's check.</summary>
public sealed class ToneReading : IToneReading
{
    // The guard refuses whole families of words in a draft that a program wrote; an advisor may say of a fault that it is ridiculous. Only what is
    // said to somebody counts: the word stands next to "you".
    private const int Near = 3;

    /// <inheritdoc/>
    public IReadOnlyList<string> Lapses(string text, string language)
    {
        var plain = $" {TextTokens.FoldedWords(text)} ".Replace('\'', ' ').Replace('’', ' ');
        var lapses = LintWords.Of(language, "condescending")
            .Select(words => words.Replace('\'', ' ').Replace('’', ' '))
            .Where(words => plain.Contains(words, StringComparison.Ordinal))
            .Select(words => words.Trim())
            .ToList();
        var lexemes = Lexer.Read(text);
        var rude = GuardWords.Of(language).Tones.First(tone => tone.Reason == RefusalReason.Rude).Words;
        foreach (var (position, length, _) in rude.AllIn(lexemes))
        {
            var from = Math.Max(0, position - Near);
            var to = Math.Min(lexemes.Count, position + length + Near);
            if (Enumerable.Range(from, to - from).Any(place => IsYou(lexemes[place].Text)))
            {
                lapses.Add(string.Join(' ', Enumerable.Range(position, length).Select(place => lexemes[place].Text)));
            }
        }

        return lapses;
    }

    private static bool IsYou(string word) => word is "vous" or "tu" or "toi" or "votre" or "you" or "your" or "re";
}
