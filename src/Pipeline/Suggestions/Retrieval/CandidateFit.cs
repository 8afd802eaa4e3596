using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Candidates.Segments;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>Compares a situation with candidates.</summary>
internal static class CandidateFit
{
    /// <summary>A candidate for any situation fits a known one less than one made for it.</summary>
    private const double AnySituation = 0.45;

    /// <summary>Where nothing tells what it is about, a candidate made for a situation needs the customer's words to speak for it.</summary>
    private const double UnknownSituation = 0.3;

    /// <summary>At this share of the weight of a unique word, the words count half.</summary>
    private const double HalfWords = 1.2;

    /// <summary>How a candidate fits, whatever its words: the same for all of its profile.</summary>
    public static ReplyFit Of(ReplyCandidate candidate, Situation situation) => new(candidate.Category, candidate.Tone)
    {
        Intent = IntentOf(candidate, situation),
        NewestIntent = situation.NewestIntent is { } newest && candidate.Intents.Contains(newest) ? situation.NewestIntentConfidence : 0,
        Narrow = candidate.Intents.Count == 0 ? 0 : 1.0 / candidate.Intents.Count,
        Tone = Fit.Of(candidate.Tone, situation.Mood),
        Moment = Fit.Of(candidate.Category, situation),
        Lead = Fit.Lead(situation) == candidate.Category ? 1 : 0,
        Mandatory = candidate.Mandatory ? 1 : 0,
        Brand = candidate.Brands.Count > 0 ? 1 : 0,
    };

    /// <summary>How much the words say, 0 to 1.</summary>
    /// <param name="words">The sum of what each weighs.</param>
    /// <param name="uniqueWord">What a word weighs that only one candidate holds.</param>
    public static double Share(double words, double uniqueWord) => words / uniqueWord is var share ? share / (share + HalfWords) : 0;

    /// <summary>A candidate for any situation that has keywords states something the customer must have brought up ("sorry for the wait").</summary>
    public static bool NeedsKeyword(CandidateProfile profile) => profile.Example.Intents.Count == 0 && profile.HasKeywords;

    /// <summary>Whether the customer used a keyword of a candidate.</summary>
    public static bool SaysKeyword(IndexSegment segment, int place, Situation situation)
    {
        foreach (var said in situation.Words)
        {
            if (segment.IsKeyword(place, said.Hash))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a candidate is compared even when it holds no word of the customer: it is for the situation, or for any.</summary>
    public static bool IsForSituation(ReplyCandidate candidate, Situation situation)
    {
        if (candidate.Intents.Count == 0)
        {
            return true;
        }

        foreach (var intent in candidate.Intents)
        {
            if (situation.Intents.ContainsKey(intent))
            {
                return true;
            }
        }

        return false;
    }

    private static double IntentOf(ReplyCandidate candidate, Situation situation)
    {
        if (candidate.Intents.Count == 0)
        {
            return AnySituation;
        }

        if (situation.Intents.Count == 0)
        {
            return UnknownSituation;
        }

        var most = 0.0;
        foreach (var intent in candidate.Intents)
        {
            most = Math.Max(most, situation.Intents.GetValueOrDefault(intent));
        }

        return most;
    }
}
