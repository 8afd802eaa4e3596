using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Suggestions.Ranking;

/// <summary>The vectors of the features that the encoder knows, in small whole numbers. Immutable.</summary>
internal sealed class VectorTable
{
    private readonly int[] _slots;

    /// <param name="width">How many numbers a vector has: a multiple of 16.</param>
    /// <param name="ids">The features, each once.</param>
    /// <param name="scales">What a step of each vector is worth.</param>
    /// <param name="steps">The vectors, one after the other.</param>
    public VectorTable(int width, uint[] ids, float[] scales, sbyte[] steps)
    {
        (Width, Ids, Scales, Steps) = (width, ids, scales, steps);
        _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(2 * ids.Length) + 1)];
        for (var row = 0; row < ids.Length; row++)
        {
            var slot = ids[row] & Mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & Mask;
            }

            _slots[slot] = row + 1;
        }
    }

    /// <summary>How many numbers a vector has.</summary>
    public int Width { get; }

    /// <summary>The features.</summary>
    public uint[] Ids { get; }

    /// <summary>What a step of each vector is worth.</summary>
    public float[] Scales { get; }

    /// <summary>The vectors, one after the other.</summary>
    public sbyte[] Steps { get; }

    private uint Mask => (uint)_slots.Length - 1;

    /// <summary>Rounds vectors to what a file can hold, each by a scale of its own.</summary>
    public static VectorTable Round(int width, uint[] ids, ReadOnlySpan<float> vectors)
    {
        var (scales, steps) = (new float[ids.Length], new sbyte[ids.Length * width]);
        for (var row = 0; row < ids.Length; row++)
        {
            var vector = vectors.Slice(row * width, width);
            var most = 0f;
            foreach (var number in vector)
            {
                most = MathF.Max(most, MathF.Abs(number));
            }

            scales[row] = most / HalfBytes.Most;
            for (var index = 0; most > 0 && index < width; index++)
            {
                steps[(row * width) + index] = (sbyte)MathF.Round(vector[index] / scales[row]);
            }
        }

        return new(width, ids, scales, steps);
    }

    /// <summary>The sum of the vectors of the features.</summary>
    public float[] Encode(FeatureBag features)
    {
        var sum = new float[Width];
        var ids = features.Ids;
        var values = features.Values;
        for (var index = 0; index < ids.Length; index++)
        {
            if (Find(ids[index]) is var row and >= 0)
            {
                Add(sum, Steps.AsSpan(row * Width, Width), values[index] * Scales[row]);
            }
        }

        return sum;
    }

    /// <summary>How much two vectors point the same way, and how far.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = Vector256<float>.Zero;
        for (var index = 0; index < left.Length; index += Vector256<float>.Count)
        {
            sum += Vector256.Create(left[index..]) * Vector256.Create(right[index..]);
        }

        return Vector256.Sum(sum);
    }

    private static void Add(Span<float> sum, ReadOnlySpan<sbyte> steps, float factor)
    {
        var factors = Vector256.Create(factor);
        for (var index = 0; index < sum.Length; index += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(steps[index..]));
            var (first, second) = Vector256.Widen(Vector256.Create(low, high));
            var target = MemoryMarshal.Cast<float, Vector256<float>>(sum[index..]);
            target[0] += Vector256.ConvertToSingle(first) * factors;
            target[1] += Vector256.ConvertToSingle(second) * factors;
        }
    }

    private int Find(uint id)
    {
        for (var slot = id & Mask; _slots[slot] != 0; slot = (slot + 1) & Mask)
        {
            if (Ids[_slots[slot] - 1] == id)
            {
                return _slots[slot] - 1;
            }
        }

        return -1;
    }
}
