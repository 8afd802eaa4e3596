namespace Pipeline.Suggestions.Candidates.Segments;

/// <summary>A segment and which of its candidates still stand. Immutable, as the segment is.</summary>
internal sealed class LiveSegment
{
    /// <summary>A bit for each place that no longer stands; empty when all do.</summary>
    private readonly ulong[] _gone;

    public LiveSegment(IndexSegment segment)
        : this(segment, [], segment.Candidates.Length)
    {
    }

    private LiveSegment(IndexSegment segment, ulong[] gone, int count) => (Segment, _gone, Count) = (segment, gone, count);

    public IndexSegment Segment { get; }

    /// <summary>How many stand.</summary>
    public int Count { get; }

    /// <summary>The places that stand, ascending.</summary>
    public IEnumerable<int> Places => Enumerable.Range(0, Segment.Candidates.Length).Where(Stands);

    /// <summary>Whether the candidate at a place stands.</summary>
    public bool Stands(int place) => _gone.Length == 0 || (_gone[place >> 6] & (1UL << (place & 63))) == 0;

    /// <summary>The same without the candidates of these ids.</summary>
    public LiveSegment Without(IReadOnlySet<string> ids)
    {
        var gone = _gone.Length > 0 ? [.. _gone] : new ulong[(Segment.Candidates.Length + 63) >> 6];
        var count = Count;
        foreach (var id in ids)
        {
            if (Segment.PlaceOf(id) is var place and >= 0 && (gone[place >> 6] & (1UL << (place & 63))) == 0)
            {
                gone[place >> 6] |= 1UL << (place & 63);
                count--;
            }
        }

        return count == Count ? this : new(Segment, gone, count);
    }

    /// <summary>What stands, as it was read: it need not be read again to be indexed again.</summary>
    public IEnumerable<ReadCandidate> Read() => Places.Select(Segment.Read);
}
