using Pipeline.Ports;
using Pipeline.Transcripts.Search.Cursors;
using Pipeline.Transcripts.Search.Segments;
using Pipeline.Transcripts.Search.Upkeep;

namespace Pipeline.Transcripts.Search.Queries;

/// <summary>
/// The matches of all sources, newest first. A source is opened when its newest conversation could be the next match, so that a page of a frequent word
/// never touches old segments; when the first few bring no page, all others are opened at once. Should a segment be merged away meanwhile, it begins
/// again after the last match.
/// </summary>
internal sealed class TranscriptMatches(ITables tables, TranscriptSearch search) : ITranscriptMatches
{
    private const int OneByOne = 3;
    private const int MaxRestarts = 10;

    private DocumentPlace _from = new(search.Before is { } before ? DocumentPlace.TimeOf(before) + 1 : 0, "");
    private List<SourceMatches>? _sources;
    private int _rowsBefore;
    private int _restarts;

    /// <inheritdoc/>
    public int RowsRead => _rowsBefore + (_sources?.Sum(source => source.RowsRead) ?? 0);

    /// <inheritdoc/>
    public async Task<TranscriptMatch?> NextAsync(string? from, CancellationToken cancellationToken)
    {
        if (from is not null && DocumentPlace.Parse(from) is var asked && asked.CompareTo(_from) > 0)
        {
            _from = asked;
            _sources?.ForEach(source => source.SkipTo(_from));
        }

        while (true)
        {
            try
            {
                _sources ??= await OpenAsync(cancellationToken);
                return await NextAsync(_sources, cancellationToken);
            }
            catch (SegmentGoneException) when (_restarts++ < MaxRestarts)
            {
                _rowsBefore = RowsRead;
                _sources = null;
            }
        }
    }

    private async Task<TranscriptMatch?> NextAsync(List<SourceMatches> sources, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = Nearest(sources);
            if (next is null)
            {
                return null;
            }

            if (next.Settled)
            {
                var place = next.Head!.Value;
                next.Take();
                _from = place.Next;
                next.Continue(_from);
                return new TranscriptMatch(place.Key, place.StartedAt);
            }

            // Those whose bound is the same must be known before any of them can be taken.
            var all = !next.Opened && sources.Count(source => source.Opened) >= OneByOne;
            await Task.WhenAll(sources
                .Where(source => !source.Settled && (all || source.Bound.CompareTo(next.Bound) <= 0))
                .Select(source => source.SettleAsync(cancellationToken)));
        }
    }

    // Of those with the same bound, one that is not settled goes first: it may bring something before the others' heads.
    private static SourceMatches? Nearest(List<SourceMatches> sources)
    {
        SourceMatches? nearest = null;
        foreach (var source in sources)
        {
            if (source is { Settled: true, Head: null })
            {
                continue;
            }

            var order = nearest is null ? -1 : source.Bound.CompareTo(nearest.Bound);
            if (order < 0 || (order == 0 && !source.Settled))
            {
                nearest = source;
            }
        }

        return nearest;
    }

    private async Task<List<SourceMatches>> OpenAsync(CancellationToken cancellationToken)
    {
        // Recent rows first: what leaves them meanwhile is in a segment of the state that is read after them.
        var recent = new List<RecentConversation>();
        await foreach (var row in tables.ReadAllAsync(TableNames.Search, new TableQuery(RecentConversation.Partition), cancellationToken))
        {
            recent.Add(RecentConversation.Read(row));
        }

        var index = await new SearchStateStore(tables).ReadAsync(cancellationToken);
        _rowsBefore += recent.Count + index.RowsRead;
        var endTime = search.From is { } from ? DocumentPlace.TimeOf(from) + 1 : long.MaxValue;
        var shadowed = recent.Select(conversation => conversation.Place.Key).ToHashSet(StringComparer.Ordinal);
        List<SourceMatches> sources =
        [
            new(new RecentSource(recent), search.Query, new HashSet<string>(), endTime),
            .. index.State.Segments.Select(segment => new SourceMatches(
                new SegmentSource(new SegmentReader(tables, segment), segment, index.Gone.GetValueOrDefault(segment.Id) ?? []),
                search.Query,
                shadowed,
                endTime)),
        ];
        sources.ForEach(source => source.SkipTo(_from));
        return sources;
    }
}
