namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>
/// Which segments to merge: four or more of about the same size. So their number grows by the logarithm of the number of conversations, and each
/// conversation is written again as often. A segment a quarter of which is gone is made anew.
/// </summary>
internal static class MergePolicy
{
    /// <summary>How many segments of a size make one of the next.</summary>
    public const int Fan = 4;

    /// <summary>Segments are not merged beyond so many conversations: their numbers and the fence must fit in memory and in a row.</summary>
    public const int Largest = 1_000_000;

    private const int MostAtOnce = 12;

    /// <summary>The segments to merge next; none when all is well.</summary>
    /// <param name="segments">All segments.</param>
    /// <param name="smallest">How many conversations a segment of the smallest size has.</param>
    public static IReadOnlyList<int> Choose(IReadOnlyList<SegmentInfo> segments, int smallest)
    {
        foreach (var size in segments.GroupBy(segment => SizeOf(segment, smallest)).OrderBy(group => group.Key))
        {
            SegmentInfo[] alike = [.. size.OrderBy(segment => segment.Id).Take(MostAtOnce)];
            if (alike.Length >= Fan && alike.Sum(segment => segment.Documents) <= Largest)
            {
                return [.. alike.Select(segment => segment.Id)];
            }
        }

        return segments.FirstOrDefault(segment => segment.Gone * 4 >= segment.Documents) is { } worn ? [worn.Id] : [];
    }

    private static int SizeOf(SegmentInfo segment, int smallest)
    {
        var size = 0;
        for (var documents = segment.Documents - segment.Gone; documents >= smallest * Fan; documents /= Fan)
        {
            size++;
        }

        return size;
    }
}
