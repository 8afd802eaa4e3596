using Pipeline.Messages;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Library;

/// <summary>A phrase of the library. It helps and never binds: only a greeting or a closing can be mandatory.</summary>
public sealed class Phrase
{
    /// <summary>The most characters of a phrase's text.</summary>
    public const int MaxText = 1_000;

    /// <summary>Checks a draft.</summary>
    /// <param name="draft">What was written.</param>
    /// <param name="origin">The file or table it comes from, for the error.</param>
    /// <exception cref="InvalidPhraseException">A field is wrong; the message names origin, phrase and field.</exception>
    public Phrase(PhraseDraft draft, string origin)
    {
        InvalidPhraseException Wrong(string field, string problem) => new(origin, draft.Id, field, problem);

        Id = draft.Id is { Length: > 0 } id && ConversationKeys.Safe(id) == id
            ? id
            : throw Wrong("id", "it must be 1 to 100 letters, digits or . _ @ + : -");
        Language = draft.Language is { } language && PhraseWords.Languages.Contains(language)
            ? language
            : throw Wrong("language", $"'{draft.Language}' is not one of {string.Join(", ", PhraseWords.Languages)}.");
        Category = PhraseWords.Category(draft.Category)
            ?? throw Wrong("category", $"'{draft.Category}' is not one of {Words<PhraseCategory>(PhraseWords.Name)}.");
        Tone = PhraseWords.Tone(draft.Tone)
            ?? throw Wrong("tone", $"'{draft.Tone}' is not one of {Words<PhraseTone>(PhraseWords.Name)}.");
        Mandatory = !draft.Mandatory || Category is PhraseCategory.Greeting or PhraseCategory.Closing
            ? draft.Mandatory
            : throw Wrong("mandatory", $"only a greeting or a closing can be mandatory, and this is a {draft.Category}.");
        Text = draft.Text is { } text && !string.IsNullOrWhiteSpace(text) && text.Length <= MaxText
            ? text
            : throw Wrong("text", $"it must have 1 to {MaxText} characters.");
        if (PhraseSlots.ProblemOf(Text) is { } problem)
        {
            throw Wrong("text", problem);
        }

        Intents = List(draft.Intents, "intents");
        Channels = List(draft.Channels, "channels");
        Brands = List(draft.Brands, "brands");
        Keywords = List(draft.Keywords, "keywords");

        IReadOnlyList<string> List(IReadOnlyList<string>? values, string field) =>
            values is null || !values.Any(string.IsNullOrWhiteSpace) ? values ?? [] : throw Wrong(field, "it holds an empty entry.");
    }

    /// <summary>Names the phrase within the library.</summary>
    public string Id { get; }

    /// <summary>The language: fr or en.</summary>
    public string Language { get; }

    /// <summary>What the reply does.</summary>
    public PhraseCategory Category { get; }

    /// <summary>The situations it is for; empty means any.</summary>
    public IReadOnlyList<string> Intents { get; }

    /// <summary>How it sounds.</summary>
    public PhraseTone Tone { get; }

    /// <summary>The channels it may be used on; empty means any.</summary>
    public IReadOnlyList<string> Channels { get; }

    /// <summary>The brands that may use it; empty means any.</summary>
    public IReadOnlyList<string> Brands { get; }

    /// <summary>Whether the brand expects it to be said.</summary>
    public bool Mandatory { get; }

    /// <summary>The text, with its slots.</summary>
    public string Text { get; }

    /// <summary>Words of customers that call for it.</summary>
    public IReadOnlyList<string> Keywords { get; }

    /// <summary>Whether a brand may say it on a channel.</summary>
    public bool Allows(string brand, string channel) =>
        (Brands.Count == 0 || Brands.Contains(brand, StringComparer.OrdinalIgnoreCase))
        && (Channels.Count == 0 || Channels.Contains(channel, StringComparer.OrdinalIgnoreCase));

    private static string Words<T>(Func<T, string> name)
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(name));
}
