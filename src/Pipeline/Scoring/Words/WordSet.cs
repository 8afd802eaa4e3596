using System.Collections.Frozen;

namespace Pipeline.Scoring.Words;

/// <summary>A set of folded words, written with spaces between them, that is asked without making a string.</summary>
internal sealed class WordSet(string words)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup =
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a folded word is one of them.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _lookup.Contains(word);
}
