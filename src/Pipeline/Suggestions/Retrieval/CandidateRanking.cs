using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Candidates.Segments;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>Ranks candidates for one situation.</summary>
/// <param name="index">The candidates.</param>
/// <param name="situation">The situation.</param>
/// <param name="weights">What each aspect weighs in it.</param>
/// <param name="minimumScore">The score, 0 to 1, under which nothing is ranked.</param>
/// <param name="handicap">What is left of the score of a candidate, 0 to 1, for what the weights do not know; null for all of it.</param>
internal sealed class CandidateRanking(
    CandidateIndex index, Situation situation, SituationWeights weights, double minimumScore, Func<ReplyCandidate, double>? handicap = null)
{
    /// <summary>
    /// Those that reach the score, best first. Only as many are compared as are asked for: the next is known once its score is above all that
    /// the others can reach.
    /// </summary>
    /// <param name="isOpen">Whether a category is still wanted: asked anew each time, and once it is not it never is again.</param>
    public IEnumerable<RankedCandidate> BestFirst(Func<PhraseCategory, bool> isOpen)
    {
        if (index.ComparesAll)
        {
            return All();
        }

        var queue = new RankingQueue(weights);
        foreach (var collection in index.Collections)
        {
            using var said = new SaidCollection(collection, situation);
            for (var segment = 0; IsAnswerable(said) && segment < said.Segments.Count; segment++)
            {
                new LikelyPlaces(said.Segments[segment], said.Said[segment], situation, weights, minimumScore).AddTo(queue);
            }
        }

        return queue.Drain(isOpen, Compare);
    }

    /// <summary>Those that reach the score, best first, each candidate compared.</summary>
    public IReadOnlyList<RankedCandidate> All()
    {
        var ranked = new List<RankedCandidate>();
        foreach (var collection in index.Collections)
        {
            using var said = new SaidCollection(collection, situation);
            for (var number = 0; IsAnswerable(said) && number < said.Segments.Count; number++)
            {
                var segment = said.Segments[number];
                foreach (var place in segment.Places)
                {
                    var weight = said.Said[number].Weights[place];
                    if ((weight.All > 0 || CandidateFit.IsForSituation(segment.Segment.Candidates[place], situation))
                        && Compare(segment.Segment, place, weight) is { } fits)
                    {
                        ranked.Add(fits);
                    }
                }
            }
        }

        ranked.Sort();
        return ranked;
    }

    /// <summary>Where nothing tells what it is about, whatever fits the moment would be a guess.</summary>
    private bool IsAnswerable(SaidCollection said) => situation is not { Moment: Moment.Working, Intents.Count: 0 } || said.AnySaid;

    /// <summary>A candidate with its score; null when it does not fit or reach it.</summary>
    private RankedCandidate? Compare(IndexSegment segment, int place, SaidWeight said)
    {
        var candidate = segment.Candidates[place];
        var fit = CandidateFit.Of(candidate, situation);
        if (fit is not { Tone: > 0, Moment: > 0 }
            || !candidate.Allows(situation.Brand, situation.Channel)
            || (CandidateFit.NeedsKeyword(segment.Profiles.Of(place)) && !CandidateFit.SaysKeyword(segment, place, situation)))
        {
            return null;
        }

        var unique = segment.Postings.UniqueWord;
        fit = fit with
        {
            Words = CandidateFit.Share(said.All, unique),
            NewestWords = CandidateFit.Share(said.Newest, unique),
            AnswerWords = CandidateFit.Share(said.Answer, unique),
        };
        if (weights.Score(fit) < minimumScore)
        {
            return null;
        }

        // Compared last, and only for the few that would do otherwise: it takes every word of the turns.
        fit = fit with { Told = WordSet.ShareIn(segment.Texts[place], situation.Told) };
        var score = weights.Score(fit);
        var left = score < minimumScore ? score : score * (handicap?.Invoke(candidate) ?? 1);
        return left < minimumScore ? null : new(segment, place, fit, left);
    }
}
