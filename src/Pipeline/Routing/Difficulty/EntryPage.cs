namespace Pipeline.Routing.Difficulty;

/// <summary>
/// Finds the skill for the page that a conversation was opened from. A key of the table is either the beginning of a path, of whole segments
/// (<c>/support/tv</c>), or <c>*/word</c>, a word anywhere in the path: words are parted by slashes, hyphens, underscores and dots.
/// </summary>
public static class EntryPage
{
    /// <summary>What a key begins with that names a word.</summary>
    public const string AnyPlace = "*/";

    /// <summary>The skill: that of the longest beginning that fits; else that of the last word that is known; null when there is none.</summary>
    /// <param name="page">The path; null when not known.</param>
    /// <param name="skills">The table.</param>
    public static string? SkillOf(string? page, IReadOnlyDictionary<string, string> skills)
    {
        if (page is null)
        {
            return null;
        }

        var (longest, skill) = (0, (string?)null);
        foreach (var (key, named) in skills)
        {
            if (key.Length > longest && IsUnder(page, key))
            {
                (longest, skill) = (key.Length, named);
            }
        }

        return skill ?? OfWords(page, skills);
    }

    private static string? OfWords(string page, IReadOnlyDictionary<string, string> skills)
    {
        string? skill = null;
        var path = page.Split('?', '#')[0];
        foreach (var word in path.Split(['/', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries))
        {
            skill = skills.GetValueOrDefault(AnyPlace + word.ToLowerInvariant()) ?? skill;
        }

        return skill;
    }

    private static bool IsUnder(string page, string prefix) =>
        page.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        && (prefix.EndsWith('/') || page.Length == prefix.Length || page[prefix.Length] is '/' or '?' or '#');
}
