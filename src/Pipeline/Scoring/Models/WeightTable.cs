using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Scoring.Models;

/// <summary>
/// The weights of the features: for each that is known a row of <see cref="Heads.Row"/> signed bytes with a scale of its own. Features that were not
/// met in training have no row and say nothing. Immutable and thread-safe; scoring allocates nothing. A message touches some two hundred rows
/// that lie far apart, so what counts is how often memory is waited for: the rows of all features are looked up first, none waiting for another,
/// and each row lies in two neighbouring cache lines with its scale.
/// </summary>
internal sealed class WeightTable
{
    private const int Step = 16;
    private const int Stride = 128;
    private const int ScaleAt = Heads.Row;

    // No weight is -128: rounding goes to -127.
    private const byte Never = 0x80;

    private readonly ulong[] _slots;
    private readonly sbyte[] _rows;
    private readonly uint _mask;

    /// <param name="ids">The features, each once.</param>
    /// <param name="scales">What one step of a byte is worth, for each feature.</param>
    /// <param name="rows">The bytes, row after row.</param>
    public WeightTable(uint[] ids, float[] scales, sbyte[] rows)
    {
        _rows = new sbyte[ids.Length * Stride];
        _slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(ids.Length, 1) * 2)];
        _mask = (uint)_slots.Length - 1;
        for (var row = 0; row < ids.Length; row++)
        {
            rows.AsSpan(row * Heads.Row, Heads.Row).CopyTo(_rows.AsSpan(row * Stride));
            MemoryMarshal.Write(MemoryMarshal.AsBytes(_rows.AsSpan((row * Stride) + ScaleAt)), scales[row]);
            var slot = ids[row] & _mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = ((ulong)ids[row] << 32) | (uint)(row + 1);
        }
    }

    /// <summary>The row of a feature; -1 for one that is not known.</summary>
    public int Find(uint id)
    {
        for (var slot = id & _mask; ; slot = (slot + 1) & _mask)
        {
            var entry = _slots[slot];
            if (entry == 0 || (uint)(entry >> 32) == id)
            {
                return (int)(uint)entry - 1;
            }
        }
    }

    /// <summary>What one step of a row's bytes is worth. Reading it brings the row near, without anything waiting for it.</summary>
    public float Scale(int row)
    {
        var own = MemoryMarshal.AsBytes(_rows.AsSpan(row * Stride, Stride));
        return MemoryMarshal.Read<float>(own[ScaleAt..]) + (own[0] == Never ? 1 : 0);
    }

    /// <summary>Adds a row, times a factor, to the first sums.</summary>
    /// <param name="row">The row.</param>
    /// <param name="value">The value of the feature, times the scale of the row.</param>
    /// <param name="totals">The sums: a multiple of 16 of them.</param>
    public void Add(int row, float value, Span<float> totals)
    {
        ref var weights = ref MemoryMarshal.GetReference(_rows.AsSpan(row * Stride, Stride));
        ref var sums = ref MemoryMarshal.GetReference(totals);
        var factor = Vector256.Create(value);
        for (nuint place = 0; place < (nuint)totals.Length; place += Step)
        {
            var (first, second) = Vector256.Widen(Vector256.WidenLower(Vector128.LoadUnsafe(ref weights, place).ToVector256Unsafe()));
            Add(first, factor, ref sums, place);
            Add(second, factor, ref sums, place + 8);
        }
    }

    /// <summary>The sums of a row's weights, each times what two directions say; without the row's scale.</summary>
    public (float First, float Second) Along(int row, ReadOnlySpan<float> direction, ReadOnlySpan<float> other)
    {
        ref var weights = ref MemoryMarshal.GetReference(_rows.AsSpan(row * Stride, Stride));
        ref var left = ref MemoryMarshal.GetReference(direction);
        ref var right = ref MemoryMarshal.GetReference(other);
        var (first, second) = (Vector256<float>.Zero, Vector256<float>.Zero);
        for (nuint place = 0; place < (nuint)direction.Length; place += Step)
        {
            var (low, high) = Vector256.Widen(Vector256.WidenLower(Vector128.LoadUnsafe(ref weights, place).ToVector256Unsafe()));
            var (lower, upper) = (Vector256.ConvertToSingle(low), Vector256.ConvertToSingle(high));
            first += (lower * Vector256.LoadUnsafe(ref left, place)) + (upper * Vector256.LoadUnsafe(ref left, place + 8));
            second += (lower * Vector256.LoadUnsafe(ref right, place)) + (upper * Vector256.LoadUnsafe(ref right, place + 8));
        }

        return (Vector256.Sum(first), Vector256.Sum(second));
    }

    private static void Add(Vector256<int> weights, Vector256<float> factor, ref float sums, nuint place) =>
        (Vector256.LoadUnsafe(ref sums, place) + (Vector256.ConvertToSingle(weights) * factor)).StoreUnsafe(ref sums, place);
}
