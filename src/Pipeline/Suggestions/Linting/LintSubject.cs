using Pipeline.Messages;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Linting;

/// <summary>What is looked at: the phrases that are not retired, and what is known about their use.</summary>
public sealed class LintSubject
{
    private readonly Dictionary<Phrase, string> _folded;

    /// <summary>Takes the phrases to look at, in every language, each in its newest version.</summary>
    /// <param name="phrases">The phrases.</param>
    /// <param name="policy">What the deployment has and allows.</param>
    /// <param name="day">Today (UTC).</param>
    /// <param name="uses">By phrase id, how often it was sent; null when that is not counted.</param>
    public LintSubject(IEnumerable<Phrase> phrases, LintPolicy policy, DateOnly day, IReadOnlyDictionary<string, int>? uses = null)
    {
        Phrases = [.. phrases.OrderBy(phrase => phrase.Language, StringComparer.Ordinal).ThenBy(phrase => phrase.Id, StringComparer.Ordinal)];
        (Policy, Day, Uses) = (policy, day, uses);
        _folded = Phrases.ToDictionary(phrase => phrase, phrase => $" {TextTokens.FoldedWords(phrase.Text)} ");
    }

    /// <summary>The phrases, by language and id.</summary>
    public IReadOnlyList<Phrase> Phrases { get; }

    /// <summary>What the deployment has and allows.</summary>
    public LintPolicy Policy { get; }

    /// <summary>Today (UTC).</summary>
    public DateOnly Day { get; }

    /// <summary>By phrase id, how often it was sent; null when that is not counted.</summary>
    public IReadOnlyDictionary<string, int>? Uses { get; }

    /// <summary>The text for finding expressions: every word folded, with one space before and behind it.</summary>
    internal string Folded(Phrase phrase) => _folded[phrase];

    /// <summary>The expressions of a list that a phrase holds.</summary>
    internal IEnumerable<string> Expressions(Phrase phrase, string list) =>
        LintWords.Of(phrase.Language, list).Where(expression => Folded(phrase).Contains(expression, StringComparison.Ordinal));

    /// <summary>Whether some conversation could be offered both of two phrases.</summary>
    internal static bool Meet(Phrase one, Phrase other) =>
        one.Language == other.Language
        && Overlap(one.Brands, other.Brands, StringComparer.OrdinalIgnoreCase)
        && Overlap(one.Channels, other.Channels, StringComparer.OrdinalIgnoreCase)
        && Overlap(one.Levels, other.Levels, EqualityComparer<AdvisorLevel>.Default);

    private static bool Overlap<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, IEqualityComparer<T> comparer) =>
        one.Count == 0 || other.Count == 0 || one.Intersect(other, comparer).Any();
}
