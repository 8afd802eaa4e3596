using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Linting.Rules;

/// <summary>Two phrases for one situation of which one says what the other denies.</summary>
internal sealed class ContradictionRule() : LintRule(
    "contradictory",
    "Deux phrases pour la même situation se contredisent : gratuit ou payant, possible ou non, ou un autre chiffre pour la même chose.",
    "Two phrases for the same situation contradict each other: free or charged, possible or not, or another number for the same thing.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var claiming = subject.Phrases.Where(phrase => Claims.Of(phrase).Count > 0).ToList();
        for (var later = 1; later < claiming.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                var (one, other) = (claiming[earlier], claiming[later]);
                if (IsSameSituation(one, other) && LintSubject.Meet(one, other) && Claims.Contradict(one, other))
                {
                    yield return Found(other, LintSeverity.Error, "text", other: one.Id);
                }
            }
        }
    }

    private static bool IsSameSituation(Phrase one, Phrase other) =>
        one.Intents.Count == 0 ? other.Intents.Count == 0 : one.Intents.Intersect(other.Intents, StringComparer.Ordinal).Any();
}
