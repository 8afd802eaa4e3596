using Pipeline.Suggestions.Candidates;

namespace Pipeline.Suggestions.Replies;

/// <summary>The replies of one brand and language that are offered, indexed. Immutable: readers share it, and a change makes a new one.</summary>
/// <param name="Language">The language.</param>
/// <param name="Candidates">The replies.</param>
internal sealed record ReplySet(string Language, CandidateCollection Candidates)
{
    /// <summary>Indexes replies; what is in the set before as it is now need not be indexed again.</summary>
    public static ReplySet Of(string language, IEnumerable<AcceptedReply> replies, ReplySet? before)
    {
        ReplyCandidate[] candidates = [.. replies.Where(reply => reply.RetiredAt is null).Select(PastReply.Candidate)];
        if (before is null)
        {
            return new(language, CandidateCollection.Of(language, candidates));
        }

        var known = before.Candidates.Candidates.ToDictionary(candidate => candidate.Id, StringComparer.Ordinal);
        var ids = candidates.Select(candidate => candidate.Id).ToHashSet(StringComparer.Ordinal);
        return new(language, before.Candidates.With(
            [.. candidates.Where(candidate => !(known.TryGetValue(candidate.Id, out var same) && PastReply.IsSame(candidate, same)))],
            [.. known.Keys.Where(id => !ids.Contains(id))]));
    }

    /// <summary>Whether the reply of an id is offered.</summary>
    public bool Holds(string id) => Candidates.Segments.Any(segment => segment.Segment.PlaceOf(id) is var place and >= 0 && segment.Stands(place));
}
