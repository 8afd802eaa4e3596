namespace Pipeline.Suggestions.Retrieval;

/// <summary>
/// Cuts endings off words so that forms of one word meet. Deliberately light: one ending of a short list per language, never down to
/// less than three letters, and it matters only that phrases and customers are cut alike.
/// </summary>
internal static class WordStem
{
    private static readonly string[] French =
        ["issements", "issement", "ations", "ation", "ements", "ement", "aient", "ent", "ees", "ait", "ee", "er", "ez", "es", "e", "s", "x"];

    private static readonly string[] English = ["ations", "ation", "ating", "ated", "ings", "ing", "ate", "ies", "ed", "es", "s", "e"];

    public static string Of(string folded, string language)
    {
        var stem = folded;
        foreach (var ending in language == "fr" ? French : English)
        {
            // A long ending may belong to the word itself ("argent"), so it must leave more of it.
            if (stem.EndsWith(ending, StringComparison.Ordinal) && stem.Length - ending.Length >= (ending.Length > 2 ? 4 : 3))
            {
                stem = stem[..^ending.Length];
                break;
            }
        }

        // "stopped" and "stop", "bill" and "billing": the last letter once.
        return stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;
    }
}
