using System.Globalization;

namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>A segment that queries read.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Documents">How many conversations it was made of.</param>
/// <param name="BlockSize">How many of them are in a row.</param>
/// <param name="NewestTime">The time of its newest place.</param>
/// <param name="OldestTime">The time of its oldest place.</param>
/// <param name="Gone">How many of them do not count any more.</param>
internal sealed record SegmentInfo(int Id, int Documents, int BlockSize, long NewestTime, long OldestTime, int Gone = 0);

/// <summary>A segment that is being written, or is to be deleted.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Since">Since when; <see cref="DateTimeOffset.UnixEpoch"/> for a segment that surely nobody writes to any more.</param>
internal sealed record SegmentWork(int Id, DateTimeOffset Since);

/// <summary>What the index consists of at one moment. One row, so that a change of it is seen whole or not at all.</summary>
internal sealed record IndexState
{
    /// <summary>The number of the next segment; no number is given twice.</summary>
    public int Next { get; init; } = 1;

    /// <summary>The segments that queries read.</summary>
    public IReadOnlyList<SegmentInfo> Segments { get; init; } = [];

    /// <summary>The segments that are being written: nobody reads them.</summary>
    public IReadOnlyList<SegmentWork> Pending { get; init; } = [];

    /// <summary>The segments whose rows are to be deleted: nobody begins to read them.</summary>
    public IReadOnlyList<SegmentWork> Doomed { get; init; } = [];

    /// <summary>The state as lines of text.</summary>
    public string Write() => string.Join('\n', Lines());

    /// <summary>The state of lines of text.</summary>
    public static IndexState Read(string text)
    {
        var state = new IndexState();
        var (segments, pending, doomed) = (new List<SegmentInfo>(), new List<SegmentWork>(), new List<SegmentWork>());
        foreach (var line in text.Split('\n'))
        {
            var kind = line[..line.IndexOf(' ', StringComparison.Ordinal)];
            long[] numbers = [.. line.Split(' ').Skip(1).Select(part => long.Parse(part, CultureInfo.InvariantCulture))];
            switch (kind)
            {
                case "next":
                    state = state with { Next = (int)numbers[0] };
                    break;
                case "segment":
                    segments.Add(new((int)numbers[0], (int)numbers[1], (int)numbers[2], numbers[3], numbers[4], (int)numbers[5]));
                    break;
                case "pending":
                    pending.Add(new((int)numbers[0], new(numbers[1], TimeSpan.Zero)));
                    break;
                default:
                    doomed.Add(new((int)numbers[0], new(numbers[1], TimeSpan.Zero)));
                    break;
            }
        }

        return state with { Segments = segments, Pending = pending, Doomed = doomed };
    }

    private IEnumerable<string> Lines()
    {
        yield return Line($"next {Next}");
        foreach (var segment in Segments)
        {
            yield return Line($"segment {segment.Id} {segment.Documents} {segment.BlockSize} {segment.NewestTime} {segment.OldestTime} {segment.Gone}");
        }

        foreach (var work in Pending)
        {
            yield return Line($"pending {work.Id} {work.Since.UtcTicks}");
        }

        foreach (var work in Doomed)
        {
            yield return Line($"doomed {work.Id} {work.Since.UtcTicks}");
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
