using Pipeline.Ports;
using Pipeline.Transcripts.Index;

namespace Pipeline.Transcripts.Queries;

/// <summary>Finds the conversations of one page, by all summaries or by the places that facets and words have in common.</summary>
internal sealed class QueryRun
{
    // Summaries are read side by side, and a few more than are wanted when some will not do.
    private const int FewestAtOnce = 8;
    private const int MostAtOnce = 64;

    private readonly ITables _tables;
    private readonly TranscriptQuery _query;
    private readonly int _maxRows;
    private readonly FacetPlaces? _all;
    private readonly CommonPlaces? _common;
    private readonly List<(string Place, ConversationSummary Summary)> _found = [];
    private readonly string _facet;
    private int _summariesRead;
    private string? _next;

    /// <summary>Goes through all summaries.</summary>
    public QueryRun(ITables tables, TranscriptQuery query, int maxRows, FacetPlaces all)
    {
        (_tables, _query, _maxRows, _all, _facet) = (tables, query, maxRows, all, QueryFacet.All.Name);
    }

    /// <summary>Goes through what facets and words have in common, and reads those summaries.</summary>
    public QueryRun(ITables tables, TranscriptQuery query, int maxRows, IReadOnlyList<FacetPlaces> facets, TextPlaces? text)
    {
        (_tables, _query, _maxRows) = (tables, query, maxRows);
        Text = text;
        _common = new(text is null ? facets : [.. facets, text]);
        _facet = string.Join('+', facets.Select(places => places.Facet.Name).Concat(text is null ? [] : ["text"]));
    }

    /// <summary>Every facet that was looked at, so that all rows are counted.</summary>
    public required IEnumerable<FacetPlaces> Looked { get; init; }

    private TextPlaces? Text { get; }

    private int RowsRead => Looked.Sum(places => places.RowsRead) + (Text?.RowsRead ?? 0) + _summariesRead;

    // One more is looked for, to know whether the page is the last.
    private bool IsFull => _found.Count > _maxRows;

    /// <summary>Looks from a place on.</summary>
    public Task RunAsync(string from, CancellationToken cancellationToken) =>
        _all is null ? MeetAsync(_common!, from, cancellationToken) : ScanAsync(_all, from, cancellationToken);

    /// <summary>What was found.</summary>
    public TranscriptPage Page()
    {
        if (IsFull)
        {
            _next = IndexKeys.Next(_found[_maxRows - 1].Place);
            _found.RemoveRange(_maxRows, _found.Count - _maxRows);
        }

        return new([.. _found.Select(found => found.Summary)], _next is null ? null : QueryContinuation.Write(_query, _next))
        {
            RowsRead = RowsRead,
            Facet = _facet,
        };
    }

    private async Task ScanAsync(FacetPlaces all, string from, CancellationToken cancellationToken)
    {
        while (!IsFull && await all.SeekAsync(from, cancellationToken) is { } place)
        {
            Consider(place, SummaryRow.Read(all.Row));
            from = IndexKeys.Next(place);
            if (RowsRead > TranscriptQueries.RowBudget && !IsFull)
            {
                _next = from;
                return;
            }
        }
    }

    private async Task MeetAsync(CommonPlaces common, string from, CancellationToken cancellationToken)
    {
        while (!IsFull)
        {
            var wanted = Math.Clamp(_maxRows + 1 - _found.Count, FewestAtOnce, MostAtOnce);
            var places = new List<string>(wanted);
            var ended = false;
            while (places.Count < wanted)
            {
                var budget = TranscriptQueries.RowBudget - (RowsRead - common.RowsRead);
                (var place, ended) = await common.NextAsync(from, budget, cancellationToken);
                if (place is null)
                {
                    from = common.Reached;
                    break;
                }

                places.Add(place);
                from = IndexKeys.Next(place);
            }

            var rows = await Task.WhenAll(places.Select(place => ReadAsync(place, cancellationToken)));
            _summariesRead += rows.Length;
            foreach (var (place, row) in places.Zip(rows))
            {
                // It may have been moved or removed since.
                if (row is not null && !IsFull)
                {
                    Consider(place, SummaryRow.Read(row));
                }
            }

            if (ended)
            {
                return;
            }

            if (RowsRead > TranscriptQueries.RowBudget && !IsFull)
            {
                _next = from;
                return;
            }
        }
    }

    private void Consider(string place, ConversationSummary summary)
    {
        if (SummaryFilter.Meets(summary, _query))
        {
            _found.Add((place, summary));
        }
    }

    private Task<TableRow?> ReadAsync(string place, CancellationToken cancellationToken) => _tables.ReadAsync(
        TableNames.Transcripts,
        IndexKeys.PartitionOf(IndexKeys.ConversationOf(place)),
        IndexKeys.RowKey(IndexKeys.All, place),
        cancellationToken);
}
