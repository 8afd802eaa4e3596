using System.Numerics;

namespace Pipeline.Training.Learning;

/// <summary>
/// Steps of AdaGrad: a weight that moved much moves less. Only operations element by element, so that every width of registers gives the
/// same result.
/// </summary>
internal static class AdaGrad
{
    private const float Least = 1e-8f;

    /// <summary>Moves weights against their slopes, each slope times a factor.</summary>
    public static void Step(Span<float> weights, Span<float> squares, ReadOnlySpan<float> slopes, float factor, float rate)
    {
        var (factors, rates, least) = (new Vector<float>(factor), new Vector<float>(rate), new Vector<float>(Least));
        for (var index = 0; index < weights.Length; index += Vector<float>.Count)
        {
            var slope = factors * new Vector<float>(slopes[index..]);
            var sum = new Vector<float>(squares[index..]) + (slope * slope);
            sum.CopyTo(squares[index..]);
            (new Vector<float>(weights[index..]) - (rates * slope / (Vector.SquareRoot(sum) + least))).CopyTo(weights[index..]);
        }
    }

    /// <summary>Adds weights, times a factor, to sums.</summary>
    public static void Add(Span<float> sums, ReadOnlySpan<float> weights, float factor)
    {
        var factors = new Vector<float>(factor);
        for (var index = 0; index < sums.Length; index += Vector<float>.Count)
        {
            (new Vector<float>(sums[index..]) + (factors * new Vector<float>(weights[index..]))).CopyTo(sums[index..]);
        }
    }
}
