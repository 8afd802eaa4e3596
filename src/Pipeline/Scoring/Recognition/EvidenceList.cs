namespace Pipeline.Scoring.Recognition;

/// <summary>
/// What recognisers read in one message: features with values; first those that all of them weigh, then those that only the wish for a person does. Filled again
/// and again without allocating. Not thread-safe: each thread has its own.
/// </summary>
internal sealed class EvidenceList
{
    private uint[] _ids = new uint[1024];
    private float[] _values = new float[1024];

    /// <summary>How many features there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them all recognisers weigh.</summary>
    public int Shared { get; private set; }

    /// <summary>Their ids.</summary>
    public ReadOnlySpan<uint> Ids => _ids.AsSpan(0, Count);

    /// <summary>Their values.</summary>
    public ReadOnlySpan<float> Values => _values.AsSpan(0, Count);

    /// <summary>Empties the list.</summary>
    public void Clear() => (Count, Shared) = (0, 0);

    /// <summary>What follows is for the wish for a person alone.</summary>
    public void EndShared() => Shared = Count;

    /// <summary>Adds a feature.</summary>
    public void Add(uint id, float value)
    {
        if (Count == _ids.Length)
        {
            Array.Resize(ref _ids, Count * 2);
            Array.Resize(ref _values, Count * 2);
        }

        (_ids[Count], _values[Count]) = (id, value);
        Count++;
    }
}
