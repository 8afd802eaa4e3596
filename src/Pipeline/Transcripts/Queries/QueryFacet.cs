using Pipeline.Ports;
using Pipeline.Transcripts.Index;

namespace Pipeline.Transcripts.Queries;

/// <summary>A facet by which a query may be answered.</summary>
/// <param name="Name">Its name, as the answer gives it.</param>
/// <param name="Values">The facet with each value that meets the query: one, or some ratings.</param>
/// <param name="Decides">Whether it alone tells that a conversation meets this part of the query: no column of the summary does.</param>
internal sealed record QueryFacet(string Name, IReadOnlyList<string> Values, bool Decides = false)
{
    /// <summary>All conversations.</summary>
    public static QueryFacet All { get; } = new(IndexKeys.All, [IndexKeys.All]);

    /// <summary>The facets of a query; none where what it asks has none.</summary>
    public static IReadOnlyList<QueryFacet> Of(TranscriptQuery query)
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
        var facets = values.OfType<string>().Select(value => new QueryFacet(NameOf(value), [value])).ToList();
        if (query.RatingMin is not null || query.RatingMax is not null)
        {
            var (least, most) = (query.RatingMin ?? 1, query.RatingMax ?? 5);
            facets.Add(new("rating", [.. Enumerable.Range(least, Math.Max(0, most - least + 1)).Select(rating => Facets.Rating(rating)!)]));
        }

        if (Facets.Customer(query.CustomerHash) is { } customer)
        {
            facets.Add(new(NameOf(customer), [customer], Decides: true));
        }

        return facets;
    }

    private static string NameOf(string facet) => facet[..facet.IndexOf('~', StringComparison.Ordinal)];
}
