using Pipeline.Ports;
using Pipeline.Transcripts.Index;

namespace Pipeline.Transcripts.Queries;

/// <summary>
/// Answers queries from the index. A look at the first rows of each facet that the query has tells which is the rarest; where that is not rare, going
/// through all summaries is faster. What a page costs depends on how rare the answers are among the rows it goes through, and not on how many there
/// are: each page reads a bounded number of rows, and the next one goes on where it ended.
/// </summary>
public sealed class TranscriptQueries(ITables tables, ITranscriptSearch? search = null) : ITranscriptQueries
{
    /// <summary>A page stops looking once it has read so many rows (it may read one step more), and says where to go on.</summary>
    public const int RowBudget = 5000;

    // Of a facet as common as that, its rows and a read of each summary cost more than the summaries that lie side by side.
    private const double CommonFrom = 0.2;

    // A facet that is so many times more common than the rarest is not gone through: the summary tells as well.
    private const double WorthMeeting = 8;

    private const int Probe = 24;

    /// <inheritdoc/>
    public async Task<TranscriptPage> QueryAsync(TranscriptQuery query, int maxRows, string? continuation, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxRows, TableQuery.MaxPage);
        var start = query.Before is { } time ? IndexKeys.Boundary(time) : "";
        var from = continuation is null ? start : QueryContinuation.Read(query, continuation);
        var before = query.From is { } since ? IndexKeys.Boundary(since) : null;
        var search = await PlanAsync(query, from, before, maxRows, cancellationToken);
        await search.RunAsync(from, cancellationToken);
        return search.Page();
    }

    private async Task<QueryRun> PlanAsync(
        TranscriptQuery query, string from, string? before, int maxRows, CancellationToken cancellationToken)
    {
        var text = query.Text is { } words ? Text(query, words) : null;
        var all = new FacetPlaces(tables, QueryFacet.All, before, Math.Max(Probe, (maxRows / IndexKeys.Buckets) + 1));
        var facets = QueryFacet.Of(query).Select(facet => new FacetPlaces(tables, facet, before, Probe)).ToArray();
        if (facets.Length == 0 && text is null)
        {
            return new QueryRun(tables, query, maxRows, all) { Looked = [all] };
        }

        var looked = facets.Append(all).ToArray();
        if (facets.Length == 0)
        {
            return new QueryRun(tables, query, maxRows, [], text) { Looked = looked };
        }

        await Task.WhenAll(looked.Select(places => places.ProbeAsync(from, cancellationToken)));
        var start = all.FirstTicks ?? 0;
        var common = CommonFrom * all.Density(start);
        var ranked = facets.Select(places => (Places: places, Density: places.Density(start))).OrderBy(pair => pair.Density).ToArray();

        // Words and customers are in no summary.
        var isDecided = text is not null || Array.Exists(facets, places => places.Facet.Decides);
        if (!isDecided && ranked[0].Density >= common)
        {
            return new QueryRun(tables, query, maxRows, all) { Looked = looked };
        }

        FacetPlaces[] met =
        [
            .. ranked.Where(pair => pair.Places.Facet.Decides || (pair.Density < common && pair.Density <= WorthMeeting * ranked[0].Density))
                .Select(pair => pair.Places),
        ];
        return new QueryRun(tables, query, maxRows, met, text) { Looked = looked };
    }

    private TextPlaces Text(TranscriptQuery query, string words) => search is null
        ? throw new TextQueryException("This host does not search by words.")
        : new TextPlaces(search.Open(new TranscriptSearch(search.Parse(words), query.From, query.Before)));
}
