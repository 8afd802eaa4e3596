namespace Pipeline.Training.Learning;

/// <summary>Columns that answer one question.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="First">The first column.</param>
/// <param name="Count">How many.</param>
/// <param name="Exclusive">Whether exactly one of them holds (softmax), or each for itself (sigmoid).</param>
/// <param name="Weight">How much its errors count.</param>
public sealed record HeadShape(string Name, int First, int Count, bool Exclusive, float Weight = 1)
{
    /// <summary>Turns scores into probabilities, in place.</summary>
    public void ToProbabilities(Span<float> scores)
    {
        var own = scores.Slice(First, Count);
        if (Exclusive)
        {
            Softmax(own);
            return;
        }

        for (var index = 0; index < own.Length; index++)
        {
            own[index] = 1 / (1 + MathF.Exp(-own[index]));
        }
    }

    private static void Softmax(Span<float> scores)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores)
        {
            most = MathF.Max(most, score);
        }

        var sum = 0f;
        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - most);
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }
}
