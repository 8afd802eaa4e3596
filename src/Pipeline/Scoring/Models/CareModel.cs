using System.Numerics;
using Pipeline.Scoring.Features;

namespace Pipeline.Scoring.Models;

/// <summary>
/// A trained model: each feature speaks for and against each answer directly, and through a hidden layer that all answers share. Immutable and
/// thread-safe; scoring allocates nothing.
/// </summary>
/// <param name="name">Its name and version, such as <c>care/1</c>.</param>
/// <param name="output">From each hidden unit, and last from a constant 1, to each column.</param>
/// <param name="weights">The weights of the features.</param>
/// <param name="calibration">From scores to probabilities.</param>
internal sealed class CareModel(string name, float[] output, WeightTable weights, Calibration calibration)
{
    // The weights of a row that explanations look at: to the hidden units, and to the columns of sentiment and emotion.
    private const int Explained = Heads.Hidden + Heads.Felt;

    /// <summary>Its name and version.</summary>
    public string Name => name;

    /// <summary>Finds the probabilities of all columns.</summary>
    /// <param name="features">The features of a text.</param>
    /// <param name="columns">Receives them: <see cref="Heads.Columns"/>.</param>
    public void Score(FeatureList features, Span<float> columns)
    {
        Span<float> sums = stackalloc float[Heads.Row];
        Resolve(features);
        Accumulate(features, sums);
        sums[Heads.Hidden..].CopyTo(columns);
        AddHidden(sums[..Heads.Hidden], features.Hidden, columns);
        calibration.Apply(columns);
    }

    /// <summary>
    /// Tells how much each word moved one answer against another, for two pairs of answers: what its features weigh directly, and through the hidden
    /// layer as far as a small change of each unit goes.
    /// </summary>
    /// <param name="features">The features of a text that was just scored.</param>
    /// <param name="pair">The answers of the first pair, both of sentiment or emotion.</param>
    /// <param name="other">The answers of the second pair, likewise.</param>
    /// <param name="words">Receives for the first pair the sum of each word's features, by the index of the word.</param>
    /// <param name="otherWords">The same for the second pair.</param>
    public void Explain(
        FeatureList features, (int For, int Against) pair, (int For, int Against) other, Span<float> words, Span<float> otherWords)
    {
        Span<float> directions = stackalloc float[2 * Explained];
        Direct(features, pair, directions[..Explained]);
        Direct(features, other, directions[Explained..]);
        words.Clear();
        otherWords.Clear();
        var rows = features.Rows;
        var values = features.Scaled;
        var places = features.Words;
        for (var index = 0; index < rows.Length; index++)
        {
            if (places[index] >= 0 && rows[index] >= 0)
            {
                var (first, second) = weights.Along(rows[index], directions[..Explained], directions[Explained..]);
                words[places[index]] += first * values[index];
                otherWords[places[index]] += second * values[index];
            }
        }
    }

    /// <summary>What a unit more of each weight of a row would move.</summary>
    private void Direct(FeatureList features, (int For, int Against) pair, Span<float> direction)
    {
        direction.Clear();
        var strengths = features.Hidden;
        for (var unit = 0; unit < Heads.Hidden; unit++)
        {
            var moved = output[(unit * Heads.Columns) + pair.For] - output[(unit * Heads.Columns) + pair.Against];
            direction[unit] = (1 - (strengths[unit] * strengths[unit])) * moved;
        }

        direction[Heads.Hidden + pair.For] = 1;
        direction[Heads.Hidden + pair.Against] -= 1;
    }

    /// <summary>Finds the rows of all features, and their values with the factors of their groups.</summary>
    private void Resolve(FeatureList features)
    {
        Span<float> factors = stackalloc float[FeatureList.Groups];
        FeatureScales.Read(features, factors);
        var ids = features.Ids;
        var values = features.Values;
        var groups = features.GroupsOf;
        var rows = features.Rows;
        var scaled = features.Scaled;
        for (var index = 0; index < ids.Length; index++)
        {
            rows[index] = weights.Find((uint)ids[index]);
            scaled[index] = rows[index] < 0 ? 0 : values[index] * factors[groups[index]] * weights.Scale(rows[index]);
        }
    }

    private void Accumulate(FeatureList features, Span<float> sums)
    {
        sums.Clear();
        var always = weights.Find(FeatureScales.Always);
        weights.Add(always, weights.Scale(always), sums);
        var rows = features.Rows;
        var values = features.Scaled;
        for (var index = 0; index < rows.Length; index++)
        {
            if (rows[index] >= 0)
            {
                weights.Add(rows[index], values[index], sums);
            }
        }
    }

    private void AddHidden(ReadOnlySpan<float> units, Span<float> strengths, Span<float> columns)
    {
        for (var unit = 0; unit <= Heads.Hidden; unit++)
        {
            var strength = 1f;
            if (unit < Heads.Hidden)
            {
                strength = strengths[unit] = MathF.Tanh(units[unit]);
            }

            var factor = new Vector<float>(strength);
            var row = output.AsSpan(unit * Heads.Columns, Heads.Columns);
            for (var column = 0; column < columns.Length; column += Vector<float>.Count)
            {
                (new Vector<float>(columns[column..]) + (factor * new Vector<float>(row[column..]))).CopyTo(columns[column..]);
            }
        }
    }
}
