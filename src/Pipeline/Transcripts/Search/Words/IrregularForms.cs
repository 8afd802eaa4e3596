using System.Collections.Frozen;

namespace Pipeline.Transcripts.Search.Words;

/// <summary>Forms whose stem no rule of endings gives.</summary>
internal static class IrregularForms
{
    /// <summary>The stem of each form.</summary>
    /// <param name="lines">Of each: the stem, then the forms, parted by spaces.</param>
    public static FrozenDictionary<string, string> Read(params IEnumerable<string> lines) => lines
        .Select(line => line.Split(' '))
        .SelectMany(words => words.Skip(1).Select(form => (form, stem: words[0])))
        .ToFrozenDictionary(pair => pair.form, pair => pair.stem, StringComparer.Ordinal);
}
