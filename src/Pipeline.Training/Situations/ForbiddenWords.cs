namespace Pipeline.Training.Situations;

/// <summary>Sees in a text what the labels of a situation forbid. It shares no code with what it measures.</summary>
internal static class ForbiddenWords
{
    // The fewest digits in a row, spaces and dots aside, that can be a number to call.
    private const int PhoneDigits = 7;

    private static readonly string[] Invitations =
        ["appelez", "appelle-nous", "téléphonez", "par téléphone", "call us", "give us a call", "phone us", "ring us", "by phone"];

    /// <summary>Whether a number to call or an invitation to call is in it.</summary>
    public static bool OfPhone(string text) =>
        Invitations.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase)) || LongestNumber(text) >= PhoneDigits;

    /// <summary>Whether a sentence of four words or more stands in both.</summary>
    public static bool SayTheSame(string said, string suggested) =>
        Sentences(said).Intersect(Sentences(suggested), StringComparer.Ordinal).Any();

    private static int LongestNumber(string text)
    {
        var (longest, digits) = (0, 0);
        foreach (var character in text)
        {
            digits = char.IsDigit(character) ? digits + 1 : character is ' ' or '.' or '-' && digits > 0 ? digits : 0;
            longest = Math.Max(longest, digits);
        }

        return longest;
    }

    private static IEnumerable<string> Sentences(string text) => text
        .Split(['.', '!', '?', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(sentence => string.Join(' ', new string([.. sentence.Where(character => !char.IsPunctuation(character))])
            .ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        .Where(sentence => sentence.Split(' ').Length >= 4);
}
