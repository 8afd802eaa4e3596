using Pipeline.Ports;
using Pipeline.Transcripts.Search.Segments;

namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>Writes and deletes segments whole.</summary>
internal sealed class SegmentRows(ITables tables, SearchSizes sizes)
{
    /// <summary>Writes the segment of some conversations, newest first.</summary>
    public async Task<SegmentInfo> WriteAsync(int id, IReadOnlyList<RecentConversation> conversations, CancellationToken cancellationToken)
    {
        var partition = SegmentKeys.Partition(id);
        var blocks = new DocumentBlockWriter(partition, sizes.BlockSize);
        var (leaves, sink) = (new LeafWriter(partition, sizes.LeafBytes), new SegmentSink(tables, partition));
        var postings = new Dictionary<string, List<(int Ordinal, ReadOnlyMemory<byte> Positions)>>(StringComparer.Ordinal);
        for (var ordinal = 0; ordinal < conversations.Count; ordinal++)
        {
            blocks.Add(new(conversations[ordinal].Place, conversations[ordinal].Hash));
            foreach (var (term, positions) in DocumentTerms.Read(conversations[ordinal].Terms!))
            {
                if (!postings.TryGetValue(term, out var list))
                {
                    postings[term] = list = [];
                }

                list.Add((ordinal, positions));
            }
        }

        blocks.End();
        var terms = postings.Keys.ToArray();
        Array.Sort(terms, StringComparer.Ordinal);
        foreach (var term in terms)
        {
            foreach (var (ordinal, positions) in postings[term])
            {
                leaves.Add(term, ordinal, positions.Span);
            }
        }

        leaves.End();
        await sink.AddAsync(blocks.Take(), cancellationToken);
        await sink.AddAsync(leaves.Take(), cancellationToken);
        await sink.FlushAsync(cancellationToken);
        return new SegmentInfo(id, blocks.Count, sizes.BlockSize, blocks.NewestTime, blocks.OldestTime);
    }

    /// <summary>Deletes all rows of a segment. Harmless when there are none, or when another does it too.</summary>
    public static async Task DeleteAsync(ITables tables, int id, CancellationToken cancellationToken)
    {
        var query = new TableQuery(SegmentKeys.Partition(id), MaxRows: ITables.MaxBatch);
        do
        {
            var page = await tables.QueryAsync(TableNames.Search, query, cancellationToken);
            query = query with { Continuation = page.Continuation };
            if (page.Rows.Count > 0)
            {
                await RowRemoval.DeleteAsync(tables, page.Rows, sameVersion: false, cancellationToken);
            }
        }
        while (query.Continuation is not null);
    }
}
