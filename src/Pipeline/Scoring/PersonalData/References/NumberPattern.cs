using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData.References;

/// <summary>The form of a company's numbers: <c>#</c> is a digit, <c>@</c> a letter, anything else itself.</summary>
internal sealed class NumberPattern
{
    private const int LeastDigits = 4;
    private const int Longest = 40;

    private readonly string _folded;

    /// <exception cref="ArgumentException">It is no pattern; the message says why.</exception>
    public NumberPattern(string pattern)
    {
        if (Problem(pattern) is { } problem)
        {
            throw new ArgumentException($"\"{pattern}\": {problem}", nameof(pattern));
        }

        _folded = string.Concat(pattern.Select(Folding.Fold));
        FirstDigit = _folded.IndexOfAny(['#', .. "0123456789"]);
    }

    /// <summary>How many characters stand before its first digit.</summary>
    public int FirstDigit { get; }

    /// <summary>What is wrong with a pattern; null when nothing is.</summary>
    public static string? Problem(string pattern) =>
        pattern.Length > Longest ? $"a pattern has {Longest} characters at most."
        : pattern.Count(character => character == '#') < LeastDigits
            ? $"a pattern needs {LeastDigits} digits (#) or more: fewer would fit prices, years and models."
        : !IsEnd(pattern[0]) || !IsEnd(pattern[^1]) ? "a pattern begins and ends with #, @, a letter or a digit." : null;

    /// <summary>Where a number of this form that starts at a position ends, as a token of its own; -1 when there is none.</summary>
    public int End(ScanText text, int start)
    {
        if (start < 0 || text.IsWord(start - 1) || start + _folded.Length > text.Length)
        {
            return -1;
        }

        for (var index = 0; index < _folded.Length; index++)
        {
            var character = text.At(start + index);
            var fits = _folded[index] switch
            {
                '#' => char.IsAsciiDigit(character),
                '@' => char.IsLetter(character),
                var literal => literal == character,
            };
            if (!fits)
            {
                return -1;
            }
        }

        return text.IsWord(start + _folded.Length) ? -1 : start + _folded.Length;
    }

    private static bool IsEnd(char character) => character is '#' or '@' || char.IsLetterOrDigit(character);
}
