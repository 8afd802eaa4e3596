namespace Pipeline.Sqlite.Bus;

/// <summary>Keys of rows that belong to a numbered queue or subscription: its number above, a sequence number below.</summary>
internal static class RowNumber
{
    private const int SequenceBits = 48;

    /// <summary>Whether a number given from outside can be a sequence number: a larger one would reach into another source.</summary>
    public static bool IsSequence(long number) => number is >= 0 and < 1L << SequenceBits;

    /// <summary>The key of a sequence number of a source.</summary>
    public static long Of(int source, long sequence) => ((long)source << SequenceBits) | sequence;

    /// <summary>The key after all of a source.</summary>
    public static long After(int source) => (long)(source + 1) << SequenceBits;

    /// <summary>The sequence number of a key.</summary>
    public static long Sequence(long key) => key & ((1L << SequenceBits) - 1);
}
