using Pipeline.Ports;
using Pipeline.Transcripts.Search.Segments;

namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>
/// Makes one segment of several, or one anew, without the conversations that are gone from them: streams of rows in, rows out. The old ones count until
/// the new one does; what goes from them meanwhile goes from the new one too.
/// </summary>
internal sealed class SegmentMerge(ITables tables, TimeProvider clock, SearchSizes sizes)
{
    private const int MaxTries = 20;

    private readonly SearchStateStore _store = new(tables);

    /// <summary>Merges segments.</summary>
    /// <returns>False when others changed which segments there are; nothing was changed then.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<int> segments, CancellationToken cancellationToken)
    {
        var id = (await _store.ChangeAsync(
            state => state with { Next = state.Next + 1, Pending = [.. state.Pending, new(state.Next, clock.GetUtcNow())] },
            cancellationToken)).State.Next;
        var index = await _store.ReadAsync(cancellationToken);
        SegmentInfo[] inputs = [.. index.State.Segments.Where(segment => segments.Contains(segment.Id))];
        if (inputs.Length == segments.Count)
        {
            var (merged, numbers) = await WriteAsync(id, inputs, index, cancellationToken);
            if (merged is not null && await TryCommitAsync(merged, inputs, numbers, cancellationToken))
            {
                return true;
            }
        }

        await new SegmentDisposal(tables, clock).AbandonAsync(id, cancellationToken);
        return false;
    }

    private async Task<(SegmentInfo? Merged, int[][] Numbers)> WriteAsync(
        int id, SegmentInfo[] inputs, IndexReading index, CancellationToken cancellationToken)
    {
        var partition = SegmentKeys.Partition(id);
        var sink = new SegmentSink(tables, partition);
        var blocks = new DocumentBlockWriter(partition, sizes.BlockSize);
        var numbers = new int[inputs.Length][];
        for (var input = 0; input < inputs.Length; input++)
        {
            numbers[input] = new int[inputs[input].Documents];
            foreach (var gone in index.Gone.GetValueOrDefault(inputs[input].Id) ?? [])
            {
                numbers[input][gone] = -1;
            }
        }

        if (!await NumberAsync(inputs, numbers, blocks, sink, cancellationToken))
        {
            return (null, numbers);
        }

        await MergePostingsAsync(inputs, numbers, new LeafWriter(partition, sizes.LeafBytes), sink, cancellationToken);
        await sink.FlushAsync(cancellationToken);
        return (new SegmentInfo(id, blocks.Count, sizes.BlockSize, blocks.NewestTime, blocks.OldestTime), numbers);
    }

    // The conversations of all inputs in one order. False when an input is not whole any more.
    private async Task<bool> NumberAsync(
        SegmentInfo[] inputs, int[][] numbers, DocumentBlockWriter blocks, SegmentSink sink, CancellationToken cancellationToken)
    {
        var heads = new PriorityQueue<(int Input, int Ordinal), DocumentPlace>();
        var documents = new IAsyncEnumerator<SegmentDocument>[inputs.Length];
        try
        {
            for (var input = 0; input < inputs.Length; input++)
            {
                documents[input] = DocumentsAsync(inputs[input].Id, cancellationToken).GetAsyncEnumerator(cancellationToken);
                if (await documents[input].MoveNextAsync())
                {
                    heads.Enqueue((input, 0), documents[input].Current.Place);
                }
            }

            var seen = 0;
            while (heads.TryDequeue(out var head, out _))
            {
                seen++;
                if (numbers[head.Input][head.Ordinal] >= 0)
                {
                    numbers[head.Input][head.Ordinal] = blocks.Count;
                    blocks.Add(documents[head.Input].Current);
                    await sink.AddAsync(blocks.Take(), cancellationToken);
                }

                if (await documents[head.Input].MoveNextAsync())
                {
                    heads.Enqueue((head.Input, head.Ordinal + 1), documents[head.Input].Current.Place);
                }
            }

            blocks.End();
            await sink.AddAsync(blocks.Take(), cancellationToken);
            return seen == inputs.Sum(input => input.Documents);
        }
        finally
        {
            foreach (var enumerator in documents)
            {
                if (enumerator is not null)
                {
                    await enumerator.DisposeAsync();
                }
            }
        }
    }

    private async IAsyncEnumerable<SegmentDocument> DocumentsAsync(
        int segment, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Search, TableQuery.Prefix(SegmentKeys.Partition(segment), SegmentKeys.BlockPrefix) with { MaxRows = 100 }, cancellationToken))
        {
            foreach (var document in DocumentBlock.Read(row))
            {
                yield return document;
            }
        }
    }

    private async Task MergePostingsAsync(
        SegmentInfo[] inputs, int[][] numbers, LeafWriter leaves, SegmentSink sink, CancellationToken cancellationToken)
    {
        PostingStream[] streams = [.. inputs.Select((input, index) => new PostingStream(tables, input.Id, numbers[index]))];
        try
        {
            foreach (var stream in streams)
            {
                await stream.AdvanceAsync(cancellationToken);
            }

            while (FirstTerm(streams) is { } term)
            {
                while (FirstOf(streams, term) is { } stream)
                {
                    leaves.Add(term, stream.Number, stream.Positions.Span);
                    await stream.AdvanceAsync(cancellationToken);
                    if (leaves.Ready > 0)
                    {
                        await sink.AddAsync(leaves.Take(), cancellationToken);
                    }
                }
            }

            leaves.End();
            await sink.AddAsync(leaves.Take(), cancellationToken);
        }
        finally
        {
            foreach (var stream in streams)
            {
                await stream.DisposeAsync();
            }
        }
    }

    private static string? FirstTerm(PostingStream[] streams)
    {
        string? first = null;
        foreach (var stream in streams)
        {
            if (stream.Term is { } term && (first is null || string.CompareOrdinal(term, first) < 0))
            {
                first = term;
            }
        }

        return first;
    }

    private static PostingStream? FirstOf(PostingStream[] streams, string term)
    {
        PostingStream? first = null;
        foreach (var stream in streams)
        {
            if (string.Equals(stream.Term, term, StringComparison.Ordinal) && (first is null || stream.Number < first.Number))
            {
                first = stream;
            }
        }

        return first;
    }

    private async Task<bool> TryCommitAsync(SegmentInfo merged, SegmentInfo[] inputs, int[][] numbers, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var now = await _store.ReadAsync(cancellationToken);
            var ids = inputs.Select(input => input.Id).ToHashSet();
            if (now.State.Segments.Count(segment => ids.Contains(segment.Id)) < inputs.Length || now.State.Pending.All(work => work.Id != merged.Id))
            {
                return false;
            }

            int[] gone =
            [
                .. inputs.SelectMany((input, index) => (now.Gone.GetValueOrDefault(input.Id) ?? []).Select(ordinal => numbers[index][ordinal]))
                    .Where(number => number >= 0)
                    .Order(),
            ];
            var kept = now.State.Segments.Where(segment => !ids.Contains(segment.Id));
            var after = now.State with
            {
                Segments = merged.Documents > 0 ? [.. kept, merged with { Gone = gone.Length }] : [.. kept],
                Pending = [.. now.State.Pending.Where(work => work.Id != merged.Id)],
                Doomed =
                [
                    .. now.State.Doomed,
                    .. ids.Select(id => new SegmentWork(id, DateTimeOffset.UnixEpoch)),
                    .. merged.Documents > 0 ? [] : new[] { new SegmentWork(merged.Id, DateTimeOffset.UnixEpoch) },
                ],
            };
            var marks = gone.Length > 0 ? new Dictionary<int, int[]> { [merged.Id] = gone } : null;
            if (await _store.TryWriteAsync(now, after, marks, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
