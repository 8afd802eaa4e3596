namespace Pipeline.Quality.Knowledge.Glossary;

/// <summary>A place in a text where an abbreviation of the glossary stands.</summary>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Abbreviation">The abbreviation, as the glossary has it.</param>
/// <param name="Meanings">What it stands for: in the asked trade if it means something there, else in each trade that has it.</param>
public sealed record GlossaryMark(int Start, int Length, string Abbreviation, IReadOnlyList<string> Meanings);

/// <summary>Marks the known abbreviations of a text. One pass over the text.</summary>
public static class GlossaryExpander
{
    /// <summary>The marks, in the order of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="entries">The glossary of its language.</param>
    /// <param name="trade">The trade in which it was written; null when not known.</param>
    public static IReadOnlyList<GlossaryMark> Mark(string text, IEnumerable<GlossaryEntry> entries, string? trade)
    {
        var known = entries.ToLookup(entry => entry.Abbreviation, StringComparer.Ordinal);
        List<GlossaryMark> marks = [];
        foreach (var (start, length) in Abbreviations.Words(text))
        {
            var word = text.AsSpan(start, length);

            // In small letters many an abbreviation is a word of its own ("box", "as"): it must be written as one, all capitals and digits.
            if (length <= GlossaryEntry.MaxAbbreviation && word.IndexOfAnyInRange('a', 'z') < 0 && known[word.ToString()].ToList() is { Count: > 0 } found)
            {
                var own = found.Where(entry => entry.Trade == trade).ToList();
                marks.Add(new(start, length, found[0].Abbreviation, [.. (own.Count > 0 ? own : found).Select(entry => entry.Meaning).Distinct(StringComparer.Ordinal)]));
            }
        }

        return marks;
    }
}
