using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Candidates.Segments;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>
/// How much the words of a conversation speak for each situation: as much as for the phrase of the library that is made for it and has most of them.
/// A short answer does not tell what it is about; what was said before it does.
/// </summary>
internal sealed class SubjectWords
{
    private readonly Dictionary<string, double> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _answered = new(StringComparer.Ordinal);

    /// <summary>Reads the words of a situation in those of the library.</summary>
    public SubjectWords(CandidateIndex index, Situation situation)
    {
        foreach (var segment in index.Phrases?.Segments ?? [])
        {
            var said = segment.Segment.Pool.Take(segment.Segment.Candidates.Length);
            foreach (var word in situation.Words)
            {
                said.Add(segment.Segment.Postings.Holding(word.Hash), (float)word.Weight, newest: false);
            }

            Raise(_said, segment, said);
            said.Clear();
            foreach (var word in situation.AnsweredWords)
            {
                said.Add(segment.Segment.Postings.Holding(word), 1, newest: false);
            }

            Raise(_answered, segment, said);
            segment.Segment.Pool.Return(said);
        }
    }

    /// <summary>How much the customer's words speak for the situations of a candidate, 0 to 1.</summary>
    public double Said(ReplyCandidate candidate) => MostOf(candidate, _said);

    /// <summary>How much what the customer was told speaks for them, 0 to 1.</summary>
    public double Answered(ReplyCandidate candidate) => MostOf(candidate, _answered);

    private static void Raise(Dictionary<string, double> subjects, LiveSegment segment, SaidWeights said)
    {
        // All of a profile are for the same situations, and there are few profiles.
        var profiles = segment.Segment.Profiles;
        var most = new float[profiles.Profiles.Length];
        foreach (var place in said.Touched)
        {
            ref var highest = ref most[profiles.OfPlace[place]];
            if (said.Weights[place].All > highest && segment.Stands(place))
            {
                highest = said.Weights[place].All;
            }
        }

        for (var number = 0; number < most.Length; number++)
        {
            if (most[number] > 0)
            {
                var share = CandidateFit.Share(most[number], segment.Segment.Postings.UniqueWord);
                foreach (var intent in profiles.Profiles[number].Example.Intents)
                {
                    subjects[intent] = Math.Max(share, subjects.GetValueOrDefault(intent));
                }
            }
        }
    }

    private static double MostOf(ReplyCandidate candidate, Dictionary<string, double> subjects)
    {
        var most = 0.0;
        foreach (var intent in candidate.Intents)
        {
            most = Math.Max(most, subjects.GetValueOrDefault(intent));
        }

        return most;
    }
}
