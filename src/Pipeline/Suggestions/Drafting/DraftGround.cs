namespace Pipeline.Suggestions.Drafting;

/// <summary>What a draft stands on: all that it may know, and the form it must have.</summary>
public sealed record DraftGround
{
    /// <summary>The language to answer in: fr or en.</summary>
    public required string Language { get; init; }

    /// <summary>The only facts.</summary>
    public required IReadOnlyList<DraftFact> Facts { get; init; }

    /// <summary>The conversation, oldest first, as it was shown: <c>turn:1</c> is the first.</summary>
    public required IReadOnlyList<DraftTurn> Turns { get; init; }

    /// <summary>Names that may be said without a source: first names of both sides, brands.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The most characters of the whole draft.</summary>
    public int MaxCharacters { get; init; } = 700;

    /// <summary>The most sentences.</summary>
    public int MaxSentences { get; init; } = 6;

    /// <summary>The text behind a source that a sentence names; null when there is none such.</summary>
    internal string? Text(string source) => Turn(source)?.Text ?? Facts.FirstOrDefault(fact => fact.Id == source)?.Text;

    /// <summary>The turn that a source names; null when it names none.</summary>
    internal DraftTurn? Turn(string source) =>
        source.StartsWith("turn:", StringComparison.Ordinal)
        && int.TryParse(source.AsSpan("turn:".Length), System.Globalization.NumberStyles.None, null, out var number)
        && number >= 1 && number <= Turns.Count
            ? Turns[number - 1]
            : null;
}
