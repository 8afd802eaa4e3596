using Pipeline.Messages;
using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Library;

/// <summary>A phrase of the library. It helps and never binds: only a greeting or a closing can be mandatory.</summary>
public sealed class Phrase : IEdited<PhraseDraft>
{
    /// <summary>The most characters of a phrase's text.</summary>
    public const int MaxText = 1_000;

    /// <summary>What starts the source of a suggestion made from a phrase.</summary>
    public const string SourceKind = "phrase";

    /// <summary>Checks a draft.</summary>
    /// <param name="draft">What was written.</param>
    /// <param name="origin">The file or table it comes from, for the error.</param>
    /// <exception cref="InvalidPhraseException">A field is wrong; the message names origin, phrase and field.</exception>
    public Phrase(PhraseDraft draft, string origin)
    {
        if (PhraseRules.ProblemsOf(draft).FirstOrDefault() is { } wrong)
        {
            throw new InvalidPhraseException(origin, draft.Id, wrong.Field, wrong.Problem);
        }

        Category = PhraseWords.Category(draft.Category)!.Value;
        Tone = PhraseWords.Tone(draft.Tone)!.Value;
        Intents = draft.Intents ?? [];
        Channels = draft.Channels ?? [];
        Brands = draft.Brands ?? [];
        Keywords = draft.Keywords ?? [];
        Levels = [.. (draft.Levels ?? []).Select(level => PhraseWords.Level(level)!.Value)];
        Written = draft with
        {
            Version = draft.Version ?? 1,
            Intents = Intents,
            Channels = Channels,
            Brands = Brands,
            Keywords = Keywords,
            Levels = draft.Levels ?? [],
        };
    }

    /// <inheritdoc/>
    public PhraseDraft Written { get; }

    /// <inheritdoc/>
    public string Id => Written.Id!;

    /// <summary>The language: fr or en.</summary>
    public string Language => Written.Language!;

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

    /// <summary>The levels of advisors it is for; empty means any.</summary>
    public IReadOnlyList<AdvisorLevel> Levels { get; }

    /// <summary>Whether the brand expects it to be said.</summary>
    public bool Mandatory => Written.Mandatory;

    /// <summary>The text, with its slots.</summary>
    public string Text => Written.Text!;

    /// <summary>Words of customers that call for it.</summary>
    public IReadOnlyList<string> Keywords { get; }

    /// <summary>How a suggestion names this version of it: see <see cref="TextSource"/>.</summary>
    public string Source => new TextSource(SourceKind, Id, Written.Version!.Value).ToString();

    /// <summary>Whether a brand may say it on a channel, by an advisor of a level; null where the level is not known, which any phrase allows.</summary>
    public bool Allows(string brand, string channel, AdvisorLevel? level = null) =>
        (Brands.Count == 0 || Brands.Contains(brand, StringComparer.OrdinalIgnoreCase))
        && (Channels.Count == 0 || Channels.Contains(channel, StringComparer.OrdinalIgnoreCase))
        && (Levels.Count == 0 || level is null || Levels.Contains(level.Value));
}
