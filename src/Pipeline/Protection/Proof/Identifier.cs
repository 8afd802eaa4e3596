namespace Pipeline.Protection.Proof;

/// <summary>
/// Something that tells who a person is, looked for in whatever spelling. A telephone number is its last nine digits (so that <c>06 12-34.56 78</c> is
/// <c>+33612345678</c>); an e-mail address and a name are their letters; a name is found in both orders of its words.
/// </summary>
public sealed class Identifier
{
    /// <summary>The fewest letters and digits that an identifier has: of fewer, every other text would have some.</summary>
    public const int Fewest = 3;

    /// <summary>The most characters of an identifier.</summary>
    public const int Most = 200;

    // The national part of the numbers of both countries, without the zero before it: nine digits in France, ten in Great Britain.
    private const int NationalDigits = 9;

    private const int FewestDigits = 6;

    // Shorter ones stand within other words ("lea" in "please"): they are looked for as whole words.
    private const int FewestJoined = 6;

    private static readonly string[] Ats = [" at ", " arobase "];
    private static readonly string[] Dots = [" dot ", " point "];

    private readonly string? _digits;
    private readonly string[] _words = [];
    private readonly string[] _joined = [];

    /// <summary>Prepares it.</summary>
    public Identifier(string text)
    {
        var folded = FoldedText.Of(text);
        var numbers = folded.Digits.Replace(" ", "", StringComparison.Ordinal);
        if (numbers.Length >= FewestDigits && numbers.Length == folded.Joined.Length)
        {
            _digits = numbers.Length > NationalDigits ? numbers[^NationalDigits..] : numbers;
            return;
        }

        string[] forms = text.Contains('@', StringComparison.Ordinal) ? [folded.Words, .. Spoken(text)] : [folded.Words, Turned(folded.Words)];
        _words = [.. forms.Distinct(StringComparer.Ordinal)];
        _joined = [.. forms.Select(form => form.Replace(" ", "", StringComparison.Ordinal)).Where(form => form.Length >= FewestJoined)
            .Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a text can be looked for: it has letters or digits enough.</summary>
    public static bool CanBe(string text) => text.Length <= Most && FoldedText.Of(text).Joined.Length >= Fewest;

    /// <summary>Whether a text holds it.</summary>
    public bool IsIn(FoldedText text) => _digits is { } digits
        ? text.Digits.Contains(digits, StringComparison.Ordinal)
        : _words.Any(words => text.Words.Contains(words, StringComparison.Ordinal))
            || _joined.Any(joined => text.Joined.Contains(joined, StringComparison.Ordinal));

    // "camille at example dot org", "camille arobase example point org"; the points before the sign may be spoken or not.
    private static IEnumerable<string> Spoken(string address)
    {
        var sign = address.IndexOf('@', StringComparison.Ordinal);
        return from at in Ats
               from dot in Dots
               from before in new[] { dot, " " }
               select FoldedText.Of(Dotted(address[..sign], before) + at + Dotted(address[(sign + 1)..], dot)).Words;
    }

    private static string Dotted(string part, string dot) => part.Replace(".", dot, StringComparison.Ordinal);

    private static string Turned(string words) =>
        $" {string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse())} ";
}
