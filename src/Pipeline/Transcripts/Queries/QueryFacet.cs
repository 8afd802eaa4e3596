using Pipeline.Ports;
using Pipeline.Transcripts.Index;

namespace Pipeline.Transcripts.Queries;

/// <summary>A facet by which a query may be answered.</summary>
/// <param name="Name">Its name, as the answer gives it.</param>
/// <param name="Values">The facet with each value that meets the query: one, or one for each of some ratings.</param>
/// <param name="Decides">Whether it alone tells that a conversation meets this part of the query: no column of the summary does.</param>
internal sealed record QueryFacet(string Name, IReadOnlyList<string> Values, bool Decides = false)
{
    /// <summary>All conversations.</summary>
    public static QueryFacet All { get; } = new(IndexKeys.All, [IndexKeys.All]);

    /// <summary>The facets of a query; none where what it asks has none. A facet that is part of a pair is found by the pair.</summary>
    public static IReadOnlyList<QueryFacet> Of(TranscriptQuery query)
    {
        var single = Singles(query);
        var pairs = single.SelectMany((facet, index) => single.Skip(index + 1).Select(other => (facet, other)))
            .Where(two => two.facet.Values.Count > 0 && two.other.Values.Count > 0
                && FacetPairs.Of(two.facet.Values[0], two.other.Values[0]) is not null)
            .ToList();
        return
        [
            .. pairs.Select(two => PairOf(two.facet, two.other)),
            .. single.Where(facet => !pairs.Exists(two => two.facet == facet || two.other == facet)),
        ];
    }

    private static QueryFacet PairOf(QueryFacet facet, QueryFacet other)
    {
        string[] values = [.. facet.Values.SelectMany(value => other.Values.Select(second => FacetPairs.Of(value, second)!))];
        return new(FacetPairs.NameOf(values[0]), values);
    }

    private static List<QueryFacet> Singles(TranscriptQuery query)
    {
        string?[] values =
        [
            Facets.Brand(query.Brand),
            Facets.Channel(query.Channel),
            Facets.Language(query.Language),
            Facets.Skill(query.Skill),
            Facets.Advisor(query.AdvisorId),
            Facets.Reason(query.Intent),
            Facets.Start(query.StartEmotion),
            Facets.Worst(query.WorstEmotion),
            Facets.End(query.EndEmotion),
            Facets.Arc(query.Arc),
            Facets.Cause(query.TriggerCause),
            Facets.Outcome(query.Outcome),
            Facets.Hard(query.Hard),
            Facets.HardReason(query.HardReason),
            Facets.Urgent(query.Urgent),
            Facets.Escalated(query.Escalated),
            Facets.Transferred(query.Transferred),
            Facets.Suggestions(query.SuggestionUse),
            Facets.Entry(query.EntryKind),
            query.Open == true ? Facets.Open : null,
        ];
        var facets = values.OfType<string>().Select(value => new QueryFacet(FacetPairs.NameOf(value), [value])).ToList();
        if (query.RatingMin is not null || query.RatingMax is not null)
        {
            var (least, most) = (query.RatingMin ?? 1, query.RatingMax ?? 5);
            facets.Add(new("rating", [.. Enumerable.Range(least, Math.Max(0, most - least + 1)).Select(rating => Facets.Rating(rating)!)]));
        }

        if (Facets.Customer(query.CustomerHash) is { } customer)
        {
            facets.Add(new(FacetPairs.NameOf(customer), [customer], Decides: true));
        }

        return facets;
    }
}
