namespace Pipeline.Sqlite.Bus;

/// <summary>
/// Ids of one stretch of time, 8 bytes each: half of the hash says where to look, the other half is kept. Two ids are taken for one
/// only when
/// their tags are equal and they lie side by side: below one in 10^17 for each look.
/// </summary>
internal sealed class IdSegment(DateTimeOffset start, int capacity)
{
    private readonly ulong[] _tags = new ulong[capacity];

    /// <summary>When the first id came.</summary>
    public DateTimeOffset Start { get; private set; } = start;

    /// <summary>When the last id came.</summary>
    public DateTimeOffset Last { get; private set; } = start;

    /// <summary>How many ids it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it holds as many as are found quickly.</summary>
    public bool IsFull => Count >= _tags.Length / 4 * 3;

    /// <summary>Whether the id is here.</summary>
    public bool Contains(MessageIdHash id) => _tags[Find(id)] != 0;

    /// <summary>Adds an id.</summary>
    public void Add(MessageIdHash id, DateTimeOffset at)
    {
        var place = Find(id);
        if (_tags[place] == 0)
        {
            _tags[place] = id.Tag;
            Count++;
        }

        Last = at > Last ? at : Last;
    }

    /// <summary>The clock was set back: times after now are none.</summary>
    public void SetBack(DateTimeOffset now)
    {
        Start = Start < now ? Start : now;
        Last = Last < now ? Last : now;
    }

    private int Find(MessageIdHash id)
    {
        var mask = _tags.Length - 1;
        var place = (int)(id.Place & (ulong)mask);
        while (_tags[place] != 0 && _tags[place] != id.Tag)
        {
            place = (place + 1) & mask;
        }

        return place;
    }
}
