using System.Globalization;

namespace Pipeline.Transcripts.Search.Segments;

/// <summary>
/// The rows of a segment's partition. Leaves hold terms in order, each with its conversations; a leaf's row key is the last term and conversation in
/// it, so that one query finds the leaf that holds a term at or after a conversation. The exclamation mark sorts before anything in a term.
/// </summary>
internal static class SegmentKeys
{
    /// <summary>The row after the last leaf.</summary>
    public const string End = "u";

    /// <summary>The row with the time at which each block of conversations begins.</summary>
    public const string Fence = "f";

    /// <summary>Before all leaves.</summary>
    public const string FirstLeaf = "t!";

    /// <summary>The partition of a segment.</summary>
    public static string Partition(int segment) => string.Create(CultureInfo.InvariantCulture, $"segment!{segment:X8}");

    /// <summary>Prefix of the rows of blocks of conversations.</summary>
    public const string BlockPrefix = "d!";

    /// <summary>The row of a block of conversations.</summary>
    public static string Block(int block) => string.Create(CultureInfo.InvariantCulture, $"{BlockPrefix}{block:X8}");

    /// <summary>The row of a leaf that ends with a term in a conversation.</summary>
    public static string Leaf(string term, int ordinal) => string.Create(CultureInfo.InvariantCulture, $"t!{term}!{ordinal:X8}");

    /// <summary>A key after all leaves of a term, and before those of the next.</summary>
    public static string AfterTerm(string term) => $"t!{term}\"";
}
