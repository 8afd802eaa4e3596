using Pipeline.Suggestions.Candidates.Segments;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>
/// Chooses which candidates of a segment are worth comparing: of each category those whose weights can sum up to most. What cannot be offered, because
/// three of its category are, so never crowds out what can.
/// </summary>
internal sealed class LikelyPlaces
{
    /// <summary>
    /// How many of each category. The first three suggestions are those of a comparison of all unless so many of one category were told already,
    /// are alike, cannot be made to fit, or are pushed down by blanks.
    /// </summary>
    public const int Most = 64;

    private static readonly int Categories = Enum.GetValues<PhraseCategory>().Length;

    private readonly LiveSegment _segment;
    private readonly SaidWeights _said;
    private readonly SituationWeights _weights;
    private readonly ProfileSums _sums;
    private readonly BestPlaces[] _best;

    public LikelyPlaces(LiveSegment segment, SaidWeights said, Situation situation, SubjectWords subjects, SituationWeights weights, double minimumScore)
    {
        (_segment, _said, _weights) = (segment, said, weights);
        _sums = new(segment.Segment.Profiles, situation, subjects, weights);
        var leastSum = weights.SumOf(minimumScore) - RankingQueue.Slack;
        _best = [.. Enumerable.Range(0, Categories).Select(_ => new BestPlaces(Most, leastSum))];
    }

    /// <summary>Adds the chosen to the queue.</summary>
    public void AddTo(RankingQueue queue)
    {
        ChooseByWords();
        ChooseByProfile();
        queue.Expect(_best.Sum(best => best.Places.Count));
        foreach (var best in _best)
        {
            foreach (var (place, sum) in best.Places)
            {
                queue.Add(_segment.Segment, place, _said.Weights[place], sum);
            }
        }
    }

    private void ChooseByWords()
    {
        var profileOf = _segment.Segment.Profiles.OfPlace;
        var weights = _said.Weights;
        var unique = _segment.Segment.Postings.UniqueWord;
        foreach (var place in _said.Touched)
        {
            ref readonly var profile = ref _sums[profileOf[place]];
            ref readonly var said = ref weights[place];

            // Who shares a word with the last answer only is compared if it would be without.
            if ((said.All == 0 && !profile.IsForSituation) || profile.Most < _best[profile.Category].Least)
            {
                continue;
            }

            // Most end here, after one division of three.
            var words = CandidateFit.Share(said.All, unique);
            if (profile.Sum + _weights.MostWordSum(words, said.Answer > 0) + RankingQueue.Slack < _best[profile.Category].Least)
            {
                continue;
            }

            var sum = profile.Sum + _weights.WordSum(
                words, CandidateFit.Share(said.Newest, unique), CandidateFit.Share(said.Answer, unique));
            if (sum >= _best[profile.Category].Least && _segment.Stands(place))
            {
                _best[profile.Category].Add(place, sum);
            }
        }
    }

    /// <summary>Those that hold no word: all of a profile are equal, so that the first of them are enough.</summary>
    private void ChooseByProfile()
    {
        var profiles = _segment.Segment.Profiles;
        var weights = _said.Weights;
        for (var number = 0; number < profiles.Profiles.Length; number++)
        {
            ref readonly var profile = ref _sums[number];
            if (!profile.IsForSituation || profile.NeedsKeyword || profile.Sum < _best[profile.Category].Least)
            {
                continue;
            }

            var found = 0;
            foreach (var place in profiles.PlacesOf(number))
            {
                if (weights[place] is { All: 0, Answer: 0 } && _segment.Stands(place))
                {
                    _best[profile.Category].Add(place, profile.Sum);
                    if (++found == Most || profile.Sum < _best[profile.Category].Least)
                    {
                        break;
                    }
                }
            }
        }
    }
}
