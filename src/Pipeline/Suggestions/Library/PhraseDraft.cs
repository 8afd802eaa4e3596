using Pipeline.Messages;
using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Library;

/// <summary>
/// A phrase as somebody wrote it, in a file, a table row or a form: nothing about it is checked yet. <see cref="Phrase"/> checks it.
/// </summary>
public sealed record PhraseDraft : EditedText
{
    /// <summary>The word for its <see cref="PhraseCategory"/>.</summary>
    public string? Category { get; init; }

    /// <summary>The word for its <see cref="PhraseTone"/>.</summary>
    public string? Tone { get; init; }

    /// <summary>The channels it may be used on; none means any.</summary>
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>The words for the <see cref="AdvisorLevel"/>s it is for; none means any.</summary>
    public IReadOnlyList<string>? Levels { get; init; }

    /// <summary>Whether the brand expects it to be said.</summary>
    public bool Mandatory { get; init; }

    /// <summary>The text, with slots such as <c>{customer_first_name}</c>.</summary>
    public string? Text { get; init; }

    /// <summary>Words of customers that call for it. Without intents, one of them must have been said.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }
}
