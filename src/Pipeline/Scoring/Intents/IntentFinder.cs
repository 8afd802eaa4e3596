using Pipeline.Scoring.Lexicons;

namespace Pipeline.Scoring.Intents;

/// <summary>
/// Finds what a message is about: the intent whose phrases weigh most. A situation of life (a death, a disability, fraud) wins over any
/// object
/// named beside it; asking for a person, thanks and small talk count only when there is nothing else.
/// </summary>
internal static class IntentFinder
{
    private static readonly int LifeSituations = Rank(IntentNames.FraudSecurity) + 1;
    private static readonly int LastResorts = Rank(IntentNames.HumanRequest);

    /// <summary>The intent; null when nothing tells.</summary>
    public static string? Find(List<PhraseMatch> matches, IReadOnlyList<object> entries)
    {
        Span<double> weights = stackalloc double[IntentNames.Ordered.Count];
        foreach (var match in matches)
        {
            if (entries[match.Entry] is IntentGroup group)
            {
                weights[Rank(group.Intent)] += group.Weight;
            }
        }

        var best = -1;
        for (var rank = 0; rank < weights.Length; rank++)
        {
            if (weights[rank] <= 0 || (rank >= LastResorts && best >= 0))
            {
                continue;
            }

            if (rank < LifeSituations)
            {
                return IntentNames.Ordered[rank];
            }

            best = best < 0 || weights[rank] > weights[best] ? rank : best;
        }

        return best < 0 ? null : IntentNames.Ordered[best];
    }

    private static int Rank(string intent)
    {
        for (var rank = 0; rank < IntentNames.Ordered.Count; rank++)
        {
            if (IntentNames.Ordered[rank] == intent)
            {
                return rank;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(intent), intent, "This is no intent.");
    }
}
