using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Candidates.Segments;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>The words of a conversation, counted for each candidate of a collection. The room for it is lent: whoever takes it disposes of it.</summary>
internal sealed class SaidCollection : IDisposable
{
    public SaidCollection(CandidateCollection collection, Situation situation)
    {
        Segments = collection.Segments;
        Said = [.. Segments.Select(segment => Count(segment.Segment, situation))];
    }

    /// <summary>The segments of the collection.</summary>
    public IReadOnlyList<LiveSegment> Segments { get; }

    /// <summary>The words counted, by segment.</summary>
    public IReadOnlyList<SaidWeights> Said { get; }

    /// <summary>Whether any candidate holds a word of the customer.</summary>
    public bool AnySaid => Said.Any(said => said.AnySaid);

    public void Dispose()
    {
        for (var index = 0; index < Said.Count; index++)
        {
            Segments[index].Segment.Pool.Return(Said[index]);
        }
    }

    private static SaidWeights Count(IndexSegment segment, Situation situation)
    {
        var said = segment.Pool.Take(segment.Candidates.Length);
        foreach (var word in situation.Words)
        {
            said.Add(segment.Postings.Holding(word.Hash), (float)word.Weight, word.Weight >= Situation.NewestWeight);
        }

        foreach (var word in situation.AnswerWords)
        {
            said.AddAnswer(segment.Postings.Holding(word));
        }

        return said;
    }
}
