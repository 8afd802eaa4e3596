using Pipeline.Messages;

namespace Pipeline.Suggestions.Feedback;

/// <summary>How often something was offered, and how often it was used.</summary>
/// <param name="Source">What the suggestion was made of, such as <c>phrase:fr-holding-03</c>.</param>
/// <param name="Category">Its category.</param>
/// <param name="Offered">How often it was offered and somebody answered.</param>
/// <param name="Used">How often the answer was it, changed or not.</param>
public sealed record AcceptanceCount(string Source, string Category, int Offered, int Used);

/// <summary>What was learned for one brand: small numbers added to scores.</summary>
/// <param name="Version">Names what it was learned from; each learning makes a new one.</param>
/// <param name="Adjustments">What is added to the score of a source, within <see cref="AcceptanceLearner.MostAdjusted"/>.</param>
public sealed record BrandWeights(string Version, IReadOnlyDictionary<string, double> Adjustments)
{
    /// <summary>Nothing learned.</summary>
    public static BrandWeights None { get; } = new("none", new Dictionary<string, double>(StringComparer.Ordinal));
}

/// <summary>
/// Learns from what advisors used. Each rate is drawn towards its category's, and that towards the brand's, by a prior that counts as so many
/// offers: a phrase that was refused once is not a bad phrase. What is learned only nudges: it can't bring up what does not fit.
/// </summary>
public static class AcceptanceLearner
{
    /// <summary>The most that is added to or taken from a score.</summary>
    public const double MostAdjusted = 0.08;

    /// <summary>As many offers as the prior counts for: the mean of a Beta distribution is drawn to by so many observations.</summary>
    public const double PriorOffers = 20;

    /// <summary>What a rate twice as good (in odds) adds.</summary>
    private const double PerDoubledOdds = 0.02;

    /// <summary>Learns from the counts of one brand.</summary>
    public static BrandWeights Learn(IReadOnlyList<AcceptanceCount> counts)
    {
        var brand = Rate(counts.Sum(count => count.Used), counts.Sum(count => count.Offered), 0.5);
        var categories = counts
            .GroupBy(count => count.Category, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => Rate(group.Sum(count => count.Used), group.Sum(count => count.Offered), brand),
                StringComparer.Ordinal);
        var adjustments = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var source in counts.GroupBy(count => (count.Source, count.Category)))
        {
            // Against its own category: a greeting is not better than an apology because it is used more.
            var expected = categories[source.Key.Category];
            var rate = Rate(source.Sum(count => count.Used), source.Sum(count => count.Offered), expected);
            adjustments[source.Key.Source] = Math.Round(
                Math.Clamp(PerDoubledOdds * Math.Log2(Odds(rate) / Odds(expected)), -MostAdjusted, MostAdjusted), 4);
        }

        var said = string.Join('|', adjustments.Select(pair => FormattableString.Invariant($"{pair.Key}:{pair.Value:0.0000}")));
        return new($"acceptance-{StableHash.Of(said):x16}", adjustments);
    }

    /// <summary>Counts what was offered in moments, and what was used.</summary>
    public static IReadOnlyList<AcceptanceCount> Count(IEnumerable<AnsweredMoment> moments) =>
    [
        .. moments
            .SelectMany(moment => moment.Offered.Select(suggestion => (suggestion, IsUsed: suggestion.Id == moment.Used?.Id)))
            .GroupBy(offer => (offer.suggestion.Source, offer.suggestion.Category))
            .Select(group => new AcceptanceCount(group.Key.Source, group.Key.Category, group.Count(), group.Count(offer => offer.IsUsed)))
            .OrderBy(count => count.Source, StringComparer.Ordinal),
    ];

    private static double Rate(int used, int offered, double prior) => (used + (PriorOffers * prior)) / (offered + PriorOffers);

    private static double Odds(double rate) => Math.Max(rate, 1e-6) / Math.Max(1 - rate, 1e-6);
}
