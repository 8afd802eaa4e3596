using Pipeline.Suggestions.Candidates.Segments;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>
/// A text of a conversation, read for comparing it with candidates. Each way of reading it is done when it is first asked for and kept: the
/// same turn is in the window of the next eight messages.
/// </summary>
internal sealed class TextReading(string text, string language)
{
    /// <summary>The words that carry meaning, in order: see <see cref="TextTokens.Of"/>.</summary>
    public IReadOnlyList<Token> Words => field ??= TextTokens.Of(text, language);

    /// <summary>Every word, for finding expressions: see <see cref="TextTokens.FoldedWords"/>.</summary>
    public string Folded => field ??= TextTokens.FoldedWords(text);

    /// <summary>The set of the words that carry meaning (<see cref="WordHash"/>), slots aside.</summary>
    public uint[] WordSet => field ??= WordHash.SetOf(
        text.Contains('{', StringComparison.Ordinal) ? TextTokens.Of(PhraseSlots.Remove(text), language) : Words);
}
