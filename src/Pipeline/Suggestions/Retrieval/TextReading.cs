namespace Pipeline.Suggestions.Retrieval;

/// <summary>
/// A text of a conversation, read for comparing it with phrases. Each way of reading it is done when it is first asked for and kept: the
/// same turn is in the window of the next eight messages.
/// </summary>
internal sealed class TextReading(string text, string language, Vocabulary vocabulary)
{
    /// <summary>The words that carry meaning, in order: see <see cref="TextTokens.Of"/>.</summary>
    public IReadOnlyList<Token> Words => field ??= TextTokens.Of(text, language);

    /// <summary>Every word, for finding expressions: see <see cref="TextTokens.FoldedWords"/>.</summary>
    public string Folded => field ??= TextTokens.FoldedWords(text);

    /// <summary>What it says, in the words of the library.</summary>
    public Fingerprint Fingerprint => field ??= vocabulary.Read(text);
}
