using Pipeline.Ports;

namespace Pipeline.Transcripts.Search.Segments;

/// <summary>
/// Where a term occurs in a conversation: the number of the word, doubled, plus one when it is not the customer who wrote. Ascending, each as the
/// step from the one before. Two words stand side by side in one message when their positions are two apart.
/// </summary>
internal static class Positions
{
    /// <summary>From one word to the next.</summary>
    public const int Step = 2;

    /// <summary>The most of one term in a conversation that are kept: what comes later counts for no phrase.</summary>
    public const int MaxKept = 1000;

    /// <summary>The position of a word.</summary>
    public static int Of(int index, TextSide side) => (index * Step) + (side == TextSide.Customer ? 0 : 1);

    /// <summary>Writes positions.</summary>
    public static void Write(IReadOnlyList<int> positions, ByteWriter writer)
    {
        var last = 0;
        for (var index = 0; index < Math.Min(positions.Count, MaxKept); index++)
        {
            writer.Number(positions[index] - last);
            last = positions[index];
        }
    }

    /// <summary>Adds positions to a list.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, List<int> positions)
    {
        var position = 0;
        for (var at = 0; at < bytes.Length;)
        {
            position += Numbers.Int(bytes, ref at);
            positions.Add(position);
        }
    }

    /// <summary>Whether one of them is of a side.</summary>
    public static bool HasSide(ReadOnlySpan<byte> bytes, TextSide side)
    {
        var (position, odd) = (0, side == TextSide.Customer ? 0 : 1);
        for (var at = 0; at < bytes.Length;)
        {
            position += Numbers.Int(bytes, ref at);
            if ((position & 1) == odd)
            {
                return true;
            }
        }

        return false;
    }
}
