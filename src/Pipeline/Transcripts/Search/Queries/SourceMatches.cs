using Pipeline.Ports;
using Pipeline.Transcripts.Search.Cursors;
using Pipeline.Transcripts.Search.Segments;

namespace Pipeline.Transcripts.Search.Queries;

/// <summary>The matches of one source, newest first, read a few at a time: more each time, so that little is read for nothing.</summary>
/// <param name="source">The source.</param>
/// <param name="query">The query.</param>
/// <param name="shadowed">Conversations that another source tells of.</param>
/// <param name="endTime">The first time that is too old.</param>
internal sealed class SourceMatches(ISearchSource source, TextQuery query, IReadOnlySet<string> shadowed, long endTime)
{
    private const int FirstBatch = 8;
    private const int LargestBatch = 128;

    private readonly Queue<DocumentPlace> _found = new();
    private DocumentCursor? _cursor;
    private DocumentPlace _from;
    private bool _seek;
    private int _next;
    private int _end = DocumentCursor.End;
    private int _batch = FirstBatch;
    private bool _over = source.NewestTime >= endTime;

    /// <summary>How many rows were read of it.</summary>
    public int RowsRead => source.RowsRead;

    /// <summary>Whether anything of it was read.</summary>
    public bool Opened => _cursor is not null;

    /// <summary>Whether the next match is known, or that there is none.</summary>
    public bool Settled => _found.Count > 0 || _over;

    /// <summary>The next match; null when there is none. Only when settled.</summary>
    public DocumentPlace? Head => _found.TryPeek(out var head) ? head : null;

    /// <summary>No match comes before this place.</summary>
    public DocumentPlace Bound => Head ?? (_from.Time > source.NewestTime ? _from : new(source.NewestTime, ""));

    /// <summary>Takes the next match.</summary>
    public void Take() => _found.Dequeue();

    /// <summary>Leaves out what comes before a place.</summary>
    public void SkipTo(DocumentPlace from)
    {
        while (_found.TryPeek(out var head) && head.CompareTo(from) < 0)
        {
            _found.Dequeue();
        }

        if (from.CompareTo(_from) > 0)
        {
            (_from, _seek, _batch) = (from, _found.Count == 0 && from.Time >= source.NewestTime, FirstBatch);
        }

        _over |= _found.Count == 0 && source.OldestTime < from.Time;
    }

    /// <summary>Goes on after a match that was taken: it needs no search.</summary>
    public void Continue(DocumentPlace from) => _from = from;

    /// <summary>Reads until it is settled.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (_cursor is null)
        {
            _cursor = await QueryCompiler.OpenAsync(query, source, cancellationToken);
            if (source.OldestTime >= endTime)
            {
                _end = await source.OrdinalAsync(new(endTime, ""), cancellationToken);
            }
        }

        while (!Settled)
        {
            if (_seek)
            {
                _next = Math.Max(_next, await source.OrdinalAsync(_from, cancellationToken));
                _seek = false;
            }

            await ReadBatchAsync(_cursor, cancellationToken);
        }
    }

    private async Task ReadBatchAsync(DocumentCursor cursor, CancellationToken cancellationToken)
    {
        var ordinals = new List<int>(_batch);
        while (ordinals.Count < _batch && !_over)
        {
            var ordinal = await cursor.SeekAsync(_next, cancellationToken);
            if (ordinal >= _end)
            {
                _over = true;
            }
            else
            {
                _next = ordinal + 1;
                if (!source.IsGone(ordinal))
                {
                    ordinals.Add(ordinal);
                }
            }
        }

        await source.LoadAsync(ordinals, cancellationToken);
        foreach (var place in ordinals.Select(source.Place))
        {
            if (place.CompareTo(_from) >= 0 && !shadowed.Contains(place.Key))
            {
                _found.Enqueue(place);
            }
        }

        _batch = Math.Min(_batch * 2, LargestBatch);
    }
}
