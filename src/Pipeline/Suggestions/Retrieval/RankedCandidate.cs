using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Candidates.Segments;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>A candidate that fits.</summary>
/// <param name="Segment">Where it is.</param>
/// <param name="Place">Its place there.</param>
/// <param name="Fit">How it fits.</param>
/// <param name="Score">How well, 0 to 1.</param>
internal sealed record RankedCandidate(IndexSegment Segment, int Place, ReplyFit Fit, double Score) : IComparable<RankedCandidate>
{
    /// <summary>The candidate.</summary>
    public ReplyCandidate Candidate => Segment.Candidates[Place];

    /// <summary>Best first; of equals, phrases before articles before replies, what was accepted more often, and by id.</summary>
    public int CompareTo(RankedCandidate? other)
    {
        if (other is null)
        {
            return -1;
        }

        var (here, there) = (Candidate, other.Candidate);
        return other.Score.CompareTo(Score) is var byScore and not 0 ? byScore
            : here.Kind.CompareTo(there.Kind) is var byKind and not 0 ? byKind
            : there.Accepted.CompareTo(here.Accepted) is var byUse and not 0 ? byUse
            : string.CompareOrdinal(here.Id, there.Id);
    }
}
