using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Library;

/// <summary>A phrase is not fit for the library.</summary>
/// <param name="origin">The file or table it comes from.</param>
/// <param name="phraseId">Its id; null when it has none.</param>
/// <param name="field">The field that is wrong.</param>
/// <param name="problem">What is wrong with it and what would be right.</param>
public sealed class InvalidPhraseException(string origin, string? phraseId, string field, string problem)
    : InvalidTextException(origin, "phrase", phraseId, field, problem);
