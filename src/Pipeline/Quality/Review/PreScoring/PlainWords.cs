using Pipeline.Quality.Indicators;

namespace Pipeline.Quality.Review.PreScoring;

/// <summary>A text as cues are looked for in it: small letters without accents, one space between words, one before the first and one after the last.</summary>
internal static class PlainWords
{
    /// <summary>What stands further back in a text is not read.</summary>
    public const int MostRead = 4000;

    public static string Of(string text) => FoldedText.Of(text.Length <= MostRead
        ? text
        : text[..(char.IsHighSurrogate(text[MostRead - 1]) ? MostRead - 1 : MostRead)]);

    /// <summary>The first of the cues in a plain text; null when none is.</summary>
    public static string? First(string plain, IReadOnlyList<string> cues)
    {
        foreach (var cue in cues)
        {
            // A cue has a space before it; one with a space behind it ends with its word.
            if (plain.Contains(cue, StringComparison.Ordinal))
            {
                return cue.Trim();
            }
        }

        return null;
    }
}
