using Pipeline.Suggestions.Candidates.Segments;

namespace Pipeline.Suggestions.Candidates;

/// <summary>
/// The candidates of one kind in one language, indexed by word and by situation. Immutable: readers share it, and a change makes a new one. A small
/// change leaves the large segment as it is, marks in it what no longer stands, and puts what is new into a small segment beside it.
/// </summary>
public sealed class CandidateCollection
{
    /// <summary>Below this many, all are indexed anew at each change: that takes a few milliseconds.</summary>
    private const int Small = 256;

    /// <summary>What is beside the large segment, and what was taken from it, grows to one in so many of it; then all are indexed anew.</summary>
    private const int OneIn = 16;

    /// <summary>But never further than this, so that a change stays a matter of milliseconds.</summary>
    private const int MostBeside = 1_024;

    private CandidateCollection(string language, IReadOnlyList<LiveSegment> segments)
    {
        Language = language;
        Segments = segments;
    }

    /// <summary>The language.</summary>
    public string Language { get; }

    /// <summary>How many candidates there are.</summary>
    public int Count => Segments.Sum(segment => segment.Count);

    /// <summary>The candidates: in each segment those that were accepted more often first, then by id.</summary>
    public IEnumerable<ReplyCandidate> Candidates => Segments.SelectMany(segment => segment.Places.Select(place => segment.Segment.Candidates[place]));

    /// <summary>The segments with what stands in them: the large one first.</summary>
    internal IReadOnlyList<LiveSegment> Segments { get; }

    /// <summary>Indexes candidates of one kind and language.</summary>
    public static CandidateCollection Of(string language, IEnumerable<ReplyCandidate> candidates) =>
        new(language, [new(IndexSegment.Of(candidates.Select(candidate => ReadCandidate.Of(candidate)), null))]);

    /// <summary>The collection after a change. Neither waits nor makes anybody wait; this collection stays as it is.</summary>
    /// <param name="changed">What is new, or takes the place of what has the same id.</param>
    /// <param name="removed">The ids of what no longer stands.</param>
    public CandidateCollection With(IReadOnlyCollection<ReplyCandidate> changed, IReadOnlyCollection<string> removed)
    {
        // Of the same id, what comes last.
        var added = changed.Reverse().DistinctBy(candidate => candidate.Id).ToArray();
        var gone = removed.Concat(added.Select(candidate => candidate.Id)).ToHashSet(StringComparer.Ordinal);
        var large = Segments[0].Without(gone);
        var beside = Segments.Skip(1).SelectMany(segment => segment.Without(gone).Read()).Concat(added.Select(ReadCandidate.Of)).ToArray();
        var inLarge = large.Segment.Candidates.Length;
        if (inLarge < Small || Math.Max(beside.Length, inLarge - large.Count) > Math.Min(MostBeside, inLarge / OneIn))
        {
            return new(Language, [new(IndexSegment.Of(large.Read().Concat(beside), null))]);
        }

        return new(Language, beside.Length == 0 ? [large] : [large, new(IndexSegment.Of(beside, large.Segment))]);
    }
}
