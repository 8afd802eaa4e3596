namespace Pipeline.Scoring.Features;

/// <summary>
/// The features of one text: ids with values, and the word each was read from. It is filled, read and filled again without allocating once it
/// has grown to the longest text it met. Not thread-safe: each thread has its own.
/// </summary>
public sealed class FeatureList
{
    /// <summary>How many groups there are.</summary>
    public const int Groups = (int)FeatureGroup.Surface + 1;

    private readonly int[] _counts = new int[Groups];
    private readonly float[] _hidden = new float[Models.Heads.Hidden];
    private int[] _ids = new int[1024];
    private float[] _values = new float[1024];
    private int[] _words = new int[1024];
    private byte[] _groups = new byte[1024];
    private int[] _rows = new int[1024];
    private float[] _scaled = new float[1024];

    /// <summary>How many features there are.</summary>
    public int Count { get; private set; }

    /// <summary>Their ids, before they are brought to the size of a table.</summary>
    public ReadOnlySpan<int> Ids => _ids.AsSpan(0, Count);

    /// <summary>Their values, as long as their group is short.</summary>
    public ReadOnlySpan<float> Values => _values.AsSpan(0, Count);

    /// <summary>The index of the word each was read from; -1 for those of the whole text.</summary>
    public ReadOnlySpan<int> Words => _words.AsSpan(0, Count);

    /// <summary>Their groups.</summary>
    public ReadOnlySpan<byte> GroupsOf => _groups.AsSpan(0, Count);

    /// <summary>Room for the row that a model has for each; -1 for one that it does not know.</summary>
    internal Span<int> Rows => _rows.AsSpan(0, Count);

    /// <summary>Room for each value with the factor of its group.</summary>
    internal Span<float> Scaled => _scaled.AsSpan(0, Count);

    /// <summary>Room for what the hidden units of a model say.</summary>
    internal Span<float> Hidden => _hidden;

    /// <summary>Empties the list.</summary>
    public void Clear()
    {
        Count = 0;
        Array.Clear(_counts);
    }

    /// <summary>Adds a feature.</summary>
    public void Add(FeatureGroup group, uint id, float value, int word)
    {
        if (Count == _ids.Length)
        {
            Grow();
        }

        _ids[Count] = (int)id;
        _values[Count] = value;
        _words[Count] = word;
        _groups[Count] = (byte)group;
        _counts[(int)group]++;
        Count++;
    }

    /// <summary>How many features a group has.</summary>
    public int CountOf(FeatureGroup group) => _counts[(int)group];

    private void Grow()
    {
        var size = _ids.Length * 2;
        Array.Resize(ref _ids, size);
        Array.Resize(ref _values, size);
        Array.Resize(ref _words, size);
        Array.Resize(ref _groups, size);
        Array.Resize(ref _rows, size);
        Array.Resize(ref _scaled, size);
    }
}
