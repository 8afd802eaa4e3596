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
    /// <summary>Its name and version.</summary>
    public string Name => name;

    /// <summary>How many features it knows.</summary>
    public int Features => weights.Count;

    /// <summary>Finds the probabilities of the first columns.</summary>
    /// <param name="features">The features of a text.</param>
    /// <param name="columns">Receives them: <see cref="Heads.Columns"/>, or <see cref="Heads.SentimentAlone"/> of them.</param>
    public void Score(FeatureList features, Span<float> columns)
    {
        Sum(features, columns);
        calibration.Apply(columns);
    }

    /// <summary>Finds the scores of the first columns, as they are before any calibration.</summary>
    public void Sum(FeatureList features, Span<float> columns)
    {
        Span<float> factors = stackalloc float[FeatureList.Groups];
        Span<float> row = stackalloc float[Heads.Row];
        var sums = row[..(Heads.Hidden + columns.Length)];
        FeatureScales.Read(features, factors);
        sums.Clear();
        Accumulate(features, factors, sums);
        sums[Heads.Hidden..].CopyTo(columns);
        AddHidden(sums[..Heads.Hidden], columns);
    }

    /// <summary>
    /// Tells how much each word moved one answer against another: what its features weigh directly, and through the hidden layer as far as a
    /// small change of each unit goes.
    /// </summary>
    /// <param name="features">The features of a text.</param>
    /// <param name="column">The answer.</param>
    /// <param name="against">The answer it is compared with.</param>
    /// <param name="words">Receives the sum of each word's features, by the index of the word.</param>
    public void Explain(FeatureList features, int column, int against, Span<float> words)
    {
        Span<float> factors = stackalloc float[FeatureList.Groups];
        Span<float> direction = stackalloc float[Heads.Row];
        FeatureScales.Read(features, factors);
        Direct(features, factors, column, against, direction);
        words.Clear();
        var ids = features.Ids;
        var values = features.Values;
        var groups = features.GroupsOf;
        var places = features.Words;
        for (var index = 0; index < ids.Length; index++)
        {
            if (places[index] >= 0)
            {
                words[places[index]] += weights.Along((uint)ids[index], direction) * values[index] * factors[groups[index]];
            }
        }
    }

    /// <summary>What a unit more of each weight of a row would move.</summary>
    private void Direct(FeatureList features, ReadOnlySpan<float> factors, int column, int against, Span<float> direction)
    {
        direction.Clear();
        Accumulate(features, factors, direction[..Heads.Hidden]);
        for (var unit = 0; unit < Heads.Hidden; unit++)
        {
            var strength = MathF.Tanh(direction[unit]);
            var moved = output[(unit * Heads.Columns) + column] - output[(unit * Heads.Columns) + against];
            direction[unit] = (1 - (strength * strength)) * moved;
        }

        direction[Heads.Hidden + column] = 1;
        direction[Heads.Hidden + against] -= 1;
    }

    private void Accumulate(FeatureList features, ReadOnlySpan<float> factors, Span<float> sums)
    {
        weights.Add(FeatureScales.Always, 1, sums);
        var ids = features.Ids;
        var values = features.Values;
        var groups = features.GroupsOf;
        for (var index = 0; index < ids.Length; index++)
        {
            weights.Add((uint)ids[index], values[index] * factors[groups[index]], sums);
        }
    }

    private void AddHidden(ReadOnlySpan<float> units, Span<float> columns)
    {
        for (var unit = 0; unit <= Heads.Hidden; unit++)
        {
            var strength = new Vector<float>(unit < Heads.Hidden ? MathF.Tanh(units[unit]) : 1);
            var row = output.AsSpan(unit * Heads.Columns, Heads.Columns);
            for (var column = 0; column < columns.Length; column += Vector<float>.Count)
            {
                (new Vector<float>(columns[column..]) + (strength * new Vector<float>(row[column..]))).CopyTo(columns[column..]);
            }
        }
    }
}
