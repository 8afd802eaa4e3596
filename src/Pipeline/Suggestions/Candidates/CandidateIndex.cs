using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Candidates;

/// <summary>
/// All that may be suggested in a language: the collections of each kind side by side. It is put together for each message and holds nothing
/// itself. How well a phrase fits does not depend on the other collections.
/// </summary>
public sealed class CandidateIndex
{
    /// <summary>Puts collections together.</summary>
    /// <param name="language">Their language: fr or en.</param>
    /// <param name="collections">The collections, one a kind.</param>
    public CandidateIndex(string language, IEnumerable<CandidateCollection> collections)
    {
        Language = language;
        Collections = [.. collections];
    }

    /// <summary>An index of phrases alone.</summary>
    public CandidateIndex(string language, IEnumerable<Phrase> phrases)
        : this(language, [CandidateCollection.Of(language, phrases.Select(ReplyCandidate.Of))])
    {
    }

    /// <summary>The language.</summary>
    public string Language { get; }

    /// <summary>The collections.</summary>
    public IReadOnlyList<CandidateCollection> Collections { get; }

    /// <summary>
    /// Compares every candidate instead of choosing beforehand which are worth it. The suggestions are the same; it is what the choice is measured
    /// against.
    /// </summary>
    public bool ComparesAll { get; init; }

    /// <summary>Whether a candidate of a kind that goes before has the same text and may be said here: the two are one, and that one is offered.</summary>
    internal bool HasBetterSource(RankedCandidate ranked, Situation situation)
    {
        var (kind, text) = (ranked.Candidate.Kind, ranked.Segment.TextKey(ranked.Place));
        return kind > CandidateKind.Phrase && Collections.SelectMany(collection => collection.Segments).Any(segment =>
            segment.Segment.PlaceOfText(text) is var place and >= 0
            && segment.Segment.Candidates[place] is var same
            && same.Kind < kind
            && segment.Stands(place)
            && same.Allows(situation.Brand, situation.Channel));
    }
}
