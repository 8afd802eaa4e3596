using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Scoring.Models;

/// <summary>
/// The weights of the features: for each that is known a row of <see cref="Heads.Row"/> signed bytes with a scale of its own. Features
/// that were not met in training have no row and say nothing. Immutable and thread-safe; scoring allocates nothing.
/// </summary>
internal sealed class WeightTable
{
    private const int Step = 16;
    private const int Empty = -1;

    private readonly uint[] _ids;
    private readonly float[] _scales;
    private readonly sbyte[] _rows;
    private readonly int[] _slots;
    private readonly uint _mask;

    /// <param name="ids">The features, each once.</param>
    /// <param name="scales">What one step of a byte is worth, for each feature.</param>
    /// <param name="rows">The bytes, row after row.</param>
    public WeightTable(uint[] ids, float[] scales, sbyte[] rows)
    {
        (_ids, _scales, _rows) = (ids, scales, rows);
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(ids.Length, 1) * 2)];
        _mask = (uint)_slots.Length - 1;
        _slots.AsSpan().Fill(Empty);
        for (var row = 0; row < ids.Length; row++)
        {
            var slot = ids[row] & _mask;
            while (_slots[slot] != Empty)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = row;
        }
    }

    /// <summary>How many features there are.</summary>
    public int Count => _ids.Length;

    /// <summary>Adds a feature's weights, times its value, to the first sums of a row.</summary>
    /// <param name="id">The feature.</param>
    /// <param name="value">Its value.</param>
    /// <param name="totals">The sums: a multiple of 16 of them.</param>
    public void Add(uint id, float value, Span<float> totals)
    {
        var row = Find(id);
        if (row < 0)
        {
            return;
        }

        var factor = Vector128.Create(value * _scales[row]);
        ref var weights = ref MemoryMarshal.GetReference(_rows.AsSpan(row * Heads.Row, Heads.Row));
        ref var sums = ref MemoryMarshal.GetReference(totals);
        for (nuint column = 0; column < (nuint)totals.Length; column += Step)
        {
            var bytes = Vector128.LoadUnsafe(ref weights, column);
            var (low, high) = Vector128.Widen(bytes);
            var (first, second) = Vector128.Widen(low);
            var (third, fourth) = Vector128.Widen(high);
            Add(first, factor, ref sums, column);
            Add(second, factor, ref sums, column + 4);
            Add(third, factor, ref sums, column + 8);
            Add(fourth, factor, ref sums, column + 12);
        }
    }

    /// <summary>The sum of a feature's weights, each times what a direction says; 0 for a feature that is not known.</summary>
    public float Along(uint id, ReadOnlySpan<float> direction)
    {
        var row = Find(id);
        if (row < 0)
        {
            return 0;
        }

        var sum = 0f;
        var bytes = _rows.AsSpan(row * Heads.Row, Heads.Row);
        for (var place = 0; place < bytes.Length; place++)
        {
            sum += bytes[place] * direction[place];
        }

        return sum * _scales[row];
    }

    private static void Add(Vector128<int> weights, Vector128<float> factor, ref float sums, nuint column) =>
        (Vector128.LoadUnsafe(ref sums, column) + (Vector128.ConvertToSingle(weights) * factor)).StoreUnsafe(ref sums, column);

    private int Find(uint id)
    {
        for (var slot = id & _mask; ; slot = (slot + 1) & _mask)
        {
            var row = _slots[slot];
            if (row == Empty || _ids[row] == id)
            {
                return row;
            }
        }
    }
}
