using Pipeline.Suggestions.Ranking;

namespace Pipeline.Training.Ranking;

/// <summary>Room for one look at a batch.</summary>
/// <param name="batch">How many places it has.</param>
/// <param name="negatives">How many replies are drawn besides.</param>
/// <param name="width">How many numbers a vector has.</param>
internal sealed class EncoderPass(int batch, int negatives, int width)
{
    private readonly float[] _vectors = new float[(batch + negatives) * width];
    private readonly float[] _slopes = new float[(batch + negatives) * width];

    /// <summary>How many replies are compared.</summary>
    public int Total { get; private set; } = batch + negatives;

    /// <summary>The numbers of the replies.</summary>
    public int[] Replies { get; } = new int[batch + negatives];

    /// <summary>How much each feature of each reply counts this time.</summary>
    public float[][] ReplyValues { get; } = [.. Enumerable.Range(0, batch + negatives).Select(_ => Array.Empty<float>())];

    /// <summary>How much each feature of the conversation counts this time: one array.</summary>
    public float[][] ContextValues { get; } = [[]];

    /// <summary>The vector of the conversation.</summary>
    public float[] Context { get; } = new float[width];

    /// <summary>Where it should go.</summary>
    public float[] ContextSlope { get; } = new float[width];

    /// <summary>How likely each reply is taken to be.</summary>
    public float[] Chances { get; } = new float[batch + negatives];

    /// <summary>The vector of a reply.</summary>
    public Span<float> Vector(int index) => _vectors.AsSpan(index * width, width);

    /// <summary>Where it should go.</summary>
    public Span<float> Slope(int index) => _slopes.AsSpan(index * width, width);

    /// <summary>Begins a batch.</summary>
    /// <param name="places">How many places it has: the last one of a corpus may have fewer than others.</param>
    public void Begin(int places)
    {
        Total = places + negatives;
        _slopes.AsSpan().Clear();
    }

    /// <summary>Finds how likely each reply is taken to be. The right one stands once, even if it was drawn again.</summary>
    /// <param name="own">Which one is right.</param>
    public void Compare(int own)
    {
        var most = float.NegativeInfinity;
        for (var other = 0; other < Total; other++)
        {
            var counts = other == own || Replies[other] != Replies[own];
            Chances[other] = counts ? VectorTable.Dot(Context, Vector(other)) : float.NegativeInfinity;
            most = MathF.Max(most, Chances[other]);
        }

        var sum = 0f;
        foreach (ref var chance in Chances.AsSpan(0, Total))
        {
            chance = MathF.Exp(chance - most);
            sum += chance;
        }

        foreach (ref var chance in Chances.AsSpan(0, Total))
        {
            chance /= sum;
        }
    }
}
