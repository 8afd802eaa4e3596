namespace Pipeline.Training.Ranking;

/// <summary>
/// Fits weights so that what would do scores higher than the rest of its list: the likelihood that one of them is chosen under a softmax
/// over the list, by gradients of all lists, with a ridge towards a prior.
/// </summary>
internal static class ListwiseFit
{
    /// <summary>Fits.</summary>
    /// <param name="lists">For each list the aspects of one candidate after the other, and how many of them, the first ones, would do.</param>
    /// <param name="prior">Where the weights begin, and are drawn to.</param>
    /// <param name="ridge">How strongly, for aspects of spread 1, as if so many lists spoke for it.</param>
    /// <param name="rounds">How many steps.</param>
    /// <param name="progress">Told what share is done, 0 to 1.</param>
    /// <param name="leastSpread">Aspects that spread less are taken to spread so much: it keeps the weights of rare ones small.</param>
    public static float[] Fit(
        IReadOnlyList<(float[] Aspects, int Right)> lists, float[] prior, double ridge, int rounds,
        Action<double>? progress = null, double leastSpread = 0.001)
    {
        var width = prior.Length;
        var spread = Spread(lists, width).Select(measured => Math.Max(measured, leastSpread)).ToArray();
        var (weights, first, second) = (prior.Select(weight => (double)weight).ToArray(), new double[width], new double[width]);
        for (var round = 1; round <= rounds; round++)
        {
            var slopes = new double[width];
            foreach (var (aspects, right) in lists)
            {
                AddSlopes(aspects, right, weights, slopes);
            }

            for (var index = 0; index < width; index++)
            {
                // Adam (Kingma and Ba, 2015) with all lists at once, in units of the spread of each aspect.
                var slope = ((slopes[index] / spread[index]) + (ridge * (weights[index] - prior[index]) * spread[index])) / lists.Count;
                first[index] = (0.9 * first[index]) + (0.1 * slope);
                second[index] = (0.99 * second[index]) + (0.01 * slope * slope);
                var rate = 0.1 * Math.Min(1, 2 - (2.0 * round / rounds));
                var step = rate * (first[index] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(second[index] / (1 - Math.Pow(0.99, round))) + 1e-9);
                weights[index] -= step / spread[index];
            }

            progress?.Invoke((double)round / rounds);
        }

        return [.. weights.Select(weight => (float)weight)];
    }

    private static double[] Spread(IReadOnlyList<(float[] Aspects, int Right)> lists, int width)
    {
        var (sums, squares, count) = (new double[width], new double[width], 0L);
        foreach (var (list, _) in lists)
        {
            for (var at = 0; at < list.Length; at++)
            {
                sums[at % width] += list[at];
                squares[at % width] += list[at] * list[at];
            }

            count += list.Length / width;
        }

        return [.. sums.Select((sum, index) => Math.Sqrt(Math.Max(1e-6, (squares[index] / count) - (sum / count * (sum / count)))))];
    }

    private static void AddSlopes(float[] list, int right, double[] weights, double[] slopes)
    {
        var width = weights.Length;
        var count = list.Length / width;
        Span<double> chances = count <= 256 ? stackalloc double[count] : new double[count];
        var most = double.NegativeInfinity;
        for (var candidate = 0; candidate < count; candidate++)
        {
            var score = 0.0;
            var aspects = list.AsSpan(candidate * width, width);
            for (var index = 0; index < width; index++)
            {
                score += weights[index] * aspects[index];
            }

            chances[candidate] = score;
            most = Math.Max(most, score);
        }

        var sum = 0.0;
        foreach (ref var chance in chances)
        {
            chance = Math.Exp(chance - most);
            sum += chance;
        }

        // Any of the right ones may be chosen: each takes the share of the blame that it would have taken of the praise.
        var rightSum = 0.0;
        foreach (var chance in chances[..right])
        {
            rightSum += chance;
        }

        for (var candidate = 0; candidate < count; candidate++)
        {
            var slope = (chances[candidate] / sum) - (candidate < right && rightSum > 0 ? chances[candidate] / rightSum : 0);
            if (Math.Abs(slope) < 1e-6)
            {
                continue;
            }

            var aspects = list.AsSpan(candidate * width, width);
            for (var index = 0; index < width; index++)
            {
                slopes[index] += slope * aspects[index];
            }
        }
    }
}
