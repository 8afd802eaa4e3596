using Pipeline.Transcripts.Search.Segments;
using Pipeline.Transcripts.Search.Upkeep;

namespace Pipeline.Transcripts.Search.Cursors;

/// <summary>A segment as a source.</summary>
internal sealed class SegmentSource(SegmentReader reader, SegmentInfo segment, int[] gone) : ISearchSource
{
    /// <inheritdoc/>
    public long NewestTime => segment.NewestTime;

    /// <inheritdoc/>
    public long OldestTime => segment.OldestTime;

    /// <inheritdoc/>
    public int RowsRead => reader.RowsRead;

    /// <inheritdoc/>
    public TermCursor Open(string term) => new SegmentTermCursor(reader, term);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> TermsAsync(string beginning, int most, CancellationToken cancellationToken)
    {
        var terms = new List<string>();
        var place = SegmentKeys.FirstLeaf + beginning;
        while (await reader.LeafAsync(place, 1, cancellationToken) is { } leaf)
        {
            foreach (var (term, _) in leaf.Runs())
            {
                if (term.StartsWith(beginning, StringComparison.Ordinal))
                {
                    if (terms.Count == 0 || terms[^1] != term)
                    {
                        terms.Add(term);
                    }
                }
                else if (string.CompareOrdinal(term, beginning) > 0)
                {
                    return terms;
                }

                if (terms.Count > most)
                {
                    return terms;
                }
            }

            // What a term still has in other leaves is gone over.
            place = terms.Count > 0 ? SegmentKeys.AfterTerm(terms[^1]) : leaf.Key + "!";
        }

        return terms;
    }

    /// <inheritdoc/>
    public bool IsGone(int ordinal) => Array.BinarySearch(gone, ordinal) >= 0;

    /// <inheritdoc/>
    public Task LoadAsync(IReadOnlyList<int> ordinals, CancellationToken cancellationToken) => reader.LoadAsync(ordinals, cancellationToken);

    /// <inheritdoc/>
    public DocumentPlace Place(int ordinal) => reader.Document(ordinal).Place;

    /// <inheritdoc/>
    public async ValueTask<int> OrdinalAsync(DocumentPlace place, CancellationToken cancellationToken) =>
        await reader.OrdinalAsync(place, cancellationToken);
}
