namespace Pipeline.Suggestions.Editing;

/// <summary>A text is not fit for the library.</summary>
/// <param name="origin">The file or table it comes from.</param>
/// <param name="kind">What it is: phrase or article.</param>
/// <param name="id">Its id; null when it has none.</param>
/// <param name="field">The field that is wrong.</param>
/// <param name="problem">What is wrong with it and what would be right.</param>
public abstract class InvalidTextException(string origin, string kind, string? id, string field, string problem)
    : Exception($"{origin}, {kind} '{id ?? "without id"}', field '{field}': {problem}")
{
    /// <summary>The field that is wrong.</summary>
    public string Field { get; } = field;
}
