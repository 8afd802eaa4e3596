using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Retrieval;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Linting.Rules;

/// <summary>Two phrases of one language that say nearly the same to the same people.</summary>
internal sealed class NearDuplicateRule() : LintRule(
    "near-duplicate",
    "Deux phrases disent presque la même chose aux mêmes clients. Gardez la meilleure, ou faites-les diverger.",
    "Two phrases say nearly the same to the same customers. Keep the better one, or set them apart.")
{
    /// <summary>The share of their words that two phrases have in common from which they are one (Jaccard index).</summary>
    private const double Near = 0.7;

    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Phrases
        .GroupBy(phrase => phrase.Language, StringComparer.Ordinal)
        .SelectMany(language => Pairs([.. language]))
        .Select(pair => Found(pair.Later, LintSeverity.Warning, "text", other: pair.Earlier.Id));

    private static IEnumerable<(Phrase Earlier, Phrase Later)> Pairs(Phrase[] phrases)
    {
        var words = phrases.Select(phrase => TextTokens.Of(PhraseSlots.Remove(phrase.Text), phrase.Language)
            .Select(token => token.Stem).ToHashSet(StringComparer.Ordinal)).ToArray();
        var frequency = words.SelectMany(set => set).CountBy(word => word).ToDictionary();
        var holding = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var later = 0; later < phrases.Length; later++)
        {
            // Two sets that share so much share one of the few rarest words of each: only those are looked up (prefix filtering).
            var set = words[later];
            var prefix = set.OrderBy(word => frequency[word]).ThenBy(word => word, StringComparer.Ordinal)
                .Take(set.Count - (int)Math.Ceiling(Near * set.Count) + 1).ToList();
            foreach (var earlier in prefix.SelectMany(word => holding.GetValueOrDefault(word, [])).Distinct().Order())
            {
                var shared = set.Count(words[earlier].Contains);
                if (shared >= Near * (set.Count + words[earlier].Count - shared)
                    && LintSubject.Meet(phrases[earlier], phrases[later]) && !Claims.Contradict(phrases[earlier], phrases[later]))
                {
                    yield return (phrases[earlier], phrases[later]);
                }
            }

            foreach (var word in prefix)
            {
                if (!holding.TryGetValue(word, out var places))
                {
                    holding.Add(word, places = []);
                }

                places.Add(later);
            }
        }
    }
}
