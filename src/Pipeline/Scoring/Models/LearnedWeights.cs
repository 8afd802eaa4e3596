namespace Pipeline.Scoring.Models;

/// <summary>What training found, before it is rounded.</summary>
/// <param name="Ids">The features, each once.</param>
/// <param name="Rows"><see cref="Heads.Row"/> weights a feature: to the hidden units, then to the columns.</param>
/// <param name="Output">From each hidden unit, and last from a constant 1, to each column.</param>
internal sealed record LearnedWeights(uint[] Ids, float[] Rows, float[] Output);
