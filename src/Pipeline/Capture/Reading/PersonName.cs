using System.Buffers;

namespace Pipeline.Capture.Reading;

/// <summary>Takes from a name what the pipeline keeps: the first name.</summary>
internal static class PersonName
{
    private const int MaxFirstName = 40;
    private static readonly SearchValues<char> InNoName = SearchValues.Create("0123456789@/_");
    private static readonly HashSet<string> Titles =
        new(["m", "mr", "mrs", "ms", "miss", "mme", "mlle", "dr", "monsieur", "madame", "mademoiselle"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The first word of a name; null for what is no person's name (a number, an address, "Visitor 5012", "quiet-river-53") and for a
    /// title, since a family name follows it.
    /// </summary>
    public static string? First(string? name)
    {
        if (name is null || name.AsSpan().ContainsAny(InNoName))
        {
            return null;
        }

        var words = name.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0 || words[0].Length > MaxFirstName || Titles.Contains(words[0].TrimEnd('.')) ? null : words[0];
    }
}
