namespace Pipeline.Suggestions.Ranking;

/// <summary>Numbers from -7 to 7, two in a byte: all figures of docs/ranking.md are of vectors so rounded, unless they say otherwise.</summary>
internal static class HalfBytes
{
    /// <summary>The greatest number.</summary>
    public const int Most = 7;

    /// <summary>Puts an even count of numbers in half as many bytes.</summary>
    public static byte[] Pack(ReadOnlySpan<sbyte> numbers)
    {
        var packed = new byte[numbers.Length / 2];
        for (var index = 0; index < packed.Length; index++)
        {
            packed[index] = (byte)((numbers[2 * index] + Most) | ((numbers[(2 * index) + 1] + Most) << 4));
        }

        return packed;
    }

    /// <summary>Takes them out again.</summary>
    public static sbyte[] Unpack(ReadOnlySpan<byte> packed)
    {
        var numbers = new sbyte[packed.Length * 2];
        for (var index = 0; index < packed.Length; index++)
        {
            numbers[2 * index] = (sbyte)((packed[index] & 15) - Most);
            numbers[(2 * index) + 1] = (sbyte)((packed[index] >> 4) - Most);
        }

        return numbers;
    }
}
