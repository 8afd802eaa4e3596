namespace Pipeline.Training.Ranking;

/// <summary>The known features of a text.</summary>
/// <param name="Rows">The row of each.</param>
/// <param name="Values">How much each counts.</param>
internal readonly record struct KnownFeatures(int[] Rows, float[] Values);

/// <summary>A place to learn from.</summary>
/// <param name="Context">The conversation.</param>
/// <param name="Reply">The number of the reply that was given.</param>
internal readonly record struct EncoderExample(KnownFeatures Context, int Reply);
