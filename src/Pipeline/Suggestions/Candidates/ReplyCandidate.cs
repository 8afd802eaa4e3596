using Pipeline.Messages;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Candidates;

/// <summary>
/// Anything that may be suggested as a reply, whatever it comes from: all that ranking, choosing and fitting know of it. What is empty or null by
/// default costs no memory, for there may be a hundred thousand.
/// </summary>
public sealed class ReplyCandidate
{
    /// <summary>Where it comes from.</summary>
    public required CandidateKind Kind { get; init; }

    /// <summary>Its id among those of its kind.</summary>
    public required string Id { get; init; }

    /// <summary>How a suggestion names what it was made from, such as <c>phrase:fr-holding-03@4</c>: see <see cref="Editing.TextSource"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The language: fr or en.</summary>
    public required string Language { get; init; }

    /// <summary>The text, maybe with slots.</summary>
    public required string Text { get; init; }

    /// <summary>What the reply does.</summary>
    public required PhraseCategory Category { get; init; }

    /// <summary>How it sounds.</summary>
    public PhraseTone Tone { get; init; } = PhraseTone.Neutral;

    /// <summary>The situations it is for; empty means any.</summary>
    public IReadOnlyList<string> Intents { get; init; } = [];

    /// <summary>Words of customers that call for it, as its author chose them: they may be shown as a reason.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Further texts to find it by, such as the questions that it answers; they are neither said nor shown.</summary>
    public IReadOnlyList<string> FoundBy { get; init; } = [];

    /// <summary>The brands that may use it; empty means any.</summary>
    public IReadOnlyList<string> Brands { get; init; } = [];

    /// <summary>The channels it may be used on; empty means any.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>The levels of advisors it is for; empty means any.</summary>
    public IReadOnlyList<AdvisorLevel> Levels { get; init; } = [];

    /// <summary>Whether the brand expects it to be said, whole.</summary>
    public bool Mandatory { get; init; }

    /// <summary>What it is called, to be shown as a reason; null when it has no title.</summary>
    public string? Title { get; init; }

    /// <summary>How often advisors sent it: of replies that fit as well, the one sent more often is offered; 0 for what is not a past reply.</summary>
    public int Accepted { get; init; }

    /// <summary>The candidate that a phrase is.</summary>
    public static ReplyCandidate Of(Phrase phrase) => new()
    {
        Kind = CandidateKind.Phrase,
        Id = phrase.Id,
        Source = phrase.Source,
        Language = phrase.Language,
        Text = phrase.Text,
        Category = phrase.Category,
        Tone = phrase.Tone,
        Intents = phrase.Intents,
        Keywords = phrase.Keywords,
        Brands = phrase.Brands,
        Channels = phrase.Channels,
        Levels = phrase.Levels,
        Mandatory = phrase.Mandatory,
    };

    /// <summary>The candidate that an article is: as much of its body as one reads in a chat window, found by its title and its questions too.</summary>
    public static ReplyCandidate Of(Article article) => new()
    {
        Kind = CandidateKind.Article,
        Id = article.Id,
        Source = article.Source,
        Language = article.Language,
        Text = article.Reply,
        Category = Article.Category,
        Intents = article.Intents,
        FoundBy = [article.Title, .. article.Questions],
        Brands = article.Brands,
        Title = article.Title,
    };

    /// <summary>Whether a brand may say it on a channel, by an advisor of a level; null where the level is not known, which any candidate allows.</summary>
    public bool Allows(string brand, string channel, AdvisorLevel? level = null) =>
        (Brands.Count == 0 || Brands.Contains(brand, StringComparer.OrdinalIgnoreCase))
        && (Channels.Count == 0 || Channels.Contains(channel, StringComparer.OrdinalIgnoreCase))
        && (Levels.Count == 0 || level is null || Levels.Contains(level.Value));
}
