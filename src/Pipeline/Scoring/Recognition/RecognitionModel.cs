using System.Numerics;
using Pipeline.Messages;
using Pipeline.Scoring.Models;

namespace Pipeline.Scoring.Recognition;

/// <summary>
/// What words say for the learned answers of routing, and for a wish for a person: linear, one row of weights a feature. Immutable and thread-safe.
/// </summary>
/// <param name="name">Its name and version, such as <c>routing/1</c>.</param>
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

    private readonly ulong[] _slots = SlotsOf(ids);

    /// <summary>Its name and version.</summary>
    public string Name => name;

    /// <summary>From this probability on a person is asked for.</summary>
    public float WishAt => wishAt;

    /// <summary>Scores a message: what it says for routing, and how likely it asks for a person.</summary>
    public (RoutingScores Scores, float Wish) Score(EvidenceList evidence)
    {
        Span<float> sums = stackalloc float[Row];
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
                var factor = values[index] * scales[row];
                var own = rows.AsSpan(row * Row, Row);
                for (var column = 0; column < own.Length; column++)
                {
                    sums[column] += own[column] * factor;
                }
            }
        }

        var scores = new int[Row];
        for (var column = 0; column < Row; column++)
        {
            scores[column] = (int)MathF.Round(sums[column] * 100);
        }

        return (new(name, scores), 1 / (1 + MathF.Exp(-wish)));
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
