namespace Pipeline.Training.Learning;

/// <summary>A text as the learner sees it.</summary>
/// <param name="Ids">The rows of its features.</param>
/// <param name="Values">Their values.</param>
/// <param name="Targets">For each column what it should say, 0 to 1; NaN where nobody knows.</param>
/// <param name="Weight">How much it counts.</param>
public sealed record Example(int[] Ids, float[] Values, float[] Targets, float Weight = 1);
