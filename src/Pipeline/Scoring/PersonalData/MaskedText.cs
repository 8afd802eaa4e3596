namespace Pipeline.Scoring.PersonalData;

/// <summary>A text with its personal data replaced by placeholders.</summary>
/// <param name="Text">The masked text.</param>
/// <param name="Kinds">The kinds that were masked (<see cref="PersonalDataKind"/>), ordered ordinally, each once.</param>
public sealed record MaskedText(string Text, IReadOnlyList<string> Kinds);
