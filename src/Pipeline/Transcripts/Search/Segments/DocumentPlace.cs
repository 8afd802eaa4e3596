using Pipeline.Ports;

namespace Pipeline.Transcripts.Search.Segments;

/// <summary>A conversation's place in the order of lists, newest first: see <see cref="NewestFirst"/>.</summary>
/// <param name="Time">Ticks counted down from the last moment a date can hold.</param>
/// <param name="Key">The conversation's key.</param>
internal readonly record struct DocumentPlace(long Time, string Key) : IComparable<DocumentPlace>
{
    /// <summary>When it started.</summary>
    public DateTimeOffset StartedAt => new(DateTimeOffset.MaxValue.UtcTicks - Time, TimeSpan.Zero);

    /// <summary>The place of a conversation.</summary>
    public static DocumentPlace Of(DateTimeOffset startedAt, string key) => new(TimeOf(startedAt), key);

    /// <summary>The time of a place.</summary>
    public static long TimeOf(DateTimeOffset startedAt) => DateTimeOffset.MaxValue.UtcTicks - startedAt.UtcTicks;

    /// <inheritdoc/>
    public int CompareTo(DocumentPlace other) =>
        Time != other.Time ? Time.CompareTo(other.Time) : string.CompareOrdinal(Key, other.Key);

    /// <summary>The place right after this one: a space sorts before all that a key may go on with.</summary>
    public DocumentPlace Next => new(Time, Key + " ");

    /// <summary>The place of a position. Its key may be missing: then it is the first place of a time.</summary>
    /// <exception cref="FormatException">It is no position.</exception>
    public static DocumentPlace Parse(string position)
    {
        if (position.Length >= NewestFirst.TimeLength && (position.Length == NewestFirst.TimeLength || position[NewestFirst.TimeLength] == '~')
            && long.TryParse(position.AsSpan(0, NewestFirst.TimeLength), System.Globalization.NumberStyles.None, null, out var time))
        {
            return new(time, position.Length > NewestFirst.TimeLength ? position[(NewestFirst.TimeLength + 1)..] : "");
        }

        throw new FormatException("This is not the position of a match.");
    }
}

/// <summary>A conversation in a segment.</summary>
/// <param name="Place">Its place in the order.</param>
/// <param name="Hash">The hash of its terms: tells whether it has changed.</param>
internal readonly record struct SegmentDocument(DocumentPlace Place, long Hash);
