using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Pipeline.Messages;

namespace Pipeline.Scoring.Recognition;

/// <summary>
/// What words say for the learned answers of routing, and for a wish for a person: linear, one row of weights a feature. Immutable and thread-safe.
/// </summary>
/// <param name="name">Its name and version, such as <c>routing/2</c>.</param>
/// <param name="ids">The features, each once.</param>
/// <param name="scales">What one step of a byte is worth, for each feature.</param>
/// <param name="rows">The bytes: <see cref="Row"/> a feature, in the order of <see cref="RoutingScores"/>.</param>
/// <param name="wishes">What each feature says for a wish, in logits.</param>
/// <param name="wishAt">From this probability on it is one.</param>
internal sealed class RecognitionModel(string name, uint[] ids, float[] scales, sbyte[] rows, float[] wishes, float wishAt)
{
    /// <summary>The learned answers: ten skills, difficulty, urgency.</summary>
    public const int Answers = 12;

    /// <summary>The weights of one feature.</summary>
    public const int Row = Answers * RoutingScores.Parts;

    // In memory a row is as long as whole registers are.
    private const int Step = 16;
    private const int Stride = 48;

    private readonly ulong[] _slots = SlotsOf(ids);
    private readonly sbyte[] _rows = Spread(rows);

    /// <summary>Its name and version.</summary>
    public string Name => name;

    /// <summary>From this probability on a person is asked for.</summary>
    public float WishAt => wishAt;

    /// <summary>Scores a message: what it says for routing, and how likely it asks for a person.</summary>
    public (RoutingScores Scores, float Wish) Score(EvidenceList evidence)
    {
        Span<float> sums = stackalloc float[Stride];
        sums.Clear();
        var wish = 0f;
        var keys = evidence.Ids;
        var values = evidence.Values;
        var mask = (uint)_slots.Length - 1;
        for (var index = 0; index < keys.Length; index++)
        {
            var slot = keys[index] & mask;
            while (_slots[slot] != 0 && (uint)(_slots[slot] >> 32) != keys[index])
            {
                slot = (slot + 1) & mask;
            }

            var row = (int)(uint)_slots[slot] - 1;
            if (row < 0)
            {
                continue;
            }

            wish += wishes[row] * values[index];
            if (index < evidence.Shared && scales[row] > 0)
            {
                Add(row, values[index] * scales[row], sums);
            }
        }

        var scores = new int[Row];
        for (var column = 0; column < Row; column++)
        {
            scores[column] = (int)MathF.Round(sums[column] * 100);
        }

        return (new(name, scores), 1 / (1 + MathF.Exp(-wish)));
    }

    // Element by element, so that every width of registers gives the same sums.
    private void Add(int row, float value, Span<float> totals)
    {
        ref var weights = ref MemoryMarshal.GetReference(_rows.AsSpan(row * Stride, Stride));
        ref var sums = ref MemoryMarshal.GetReference(totals);
        var factor = Vector256.Create(value);
        for (nuint place = 0; place < Stride; place += Step)
        {
            var (first, second) = Vector256.Widen(Vector256.WidenLower(Vector128.LoadUnsafe(ref weights, place).ToVector256Unsafe()));
            (Vector256.LoadUnsafe(ref sums, place) + (Vector256.ConvertToSingle(first) * factor)).StoreUnsafe(ref sums, place);
            (Vector256.LoadUnsafe(ref sums, place + 8) + (Vector256.ConvertToSingle(second) * factor)).StoreUnsafe(ref sums, place + 8);
        }
    }

    private static sbyte[] Spread(sbyte[] rows)
    {
        var spread = new sbyte[rows.Length / Row * Stride];
        for (var row = 0; row < rows.Length / Row; row++)
        {
            rows.AsSpan(row * Row, Row).CopyTo(spread.AsSpan(row * Stride));
        }

        return spread;
    }

    private static ulong[] SlotsOf(uint[] ids)
    {
        var slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(ids.Length, 1) * 2)];
        var mask = (uint)slots.Length - 1;
        for (var row = 0; row < ids.Length; row++)
        {
            var slot = ids[row] & mask;
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = ((ulong)ids[row] << 32) | (uint)(row + 1);
        }

        return slots;
    }
}
