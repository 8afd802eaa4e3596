namespace Pipeline.Scoring.Language;

/// <summary>The language of a text.</summary>
/// <param name="Language"><c>fr</c>, <c>en</c>, or <c>und</c> when the text does not tell or is in another language.</param>
/// <param name="Confidence">How sure that is, 0 to 1; low for <c>und</c>.</param>
/// <param name="Foreign">Whether the text is clearly in another language.</param>
internal sealed record LanguageGuess(string Language, double Confidence, bool Foreign);
