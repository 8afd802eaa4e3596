namespace Pipeline.Training.Learning;

/// <summary>The features that a model knows: those of enough texts, the commonest first. What is in few texts only tells which texts they are.</summary>
public sealed class FeatureIndex
{
    private readonly Dictionary<uint, int> _rows = [];

    /// <param name="texts">The features of all texts to learn from.</param>
    /// <param name="leastTexts">In how many texts a feature must be.</param>
    /// <param name="most">How many features there may be.</param>
    public FeatureIndex(IEnumerable<IReadOnlyDictionary<uint, float>> texts, int leastTexts, int most)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var id in texts.SelectMany(text => text.Keys))
        {
            counts[id] = counts.GetValueOrDefault(id) + 1;
        }

        var kept = counts.Where(count => count.Value >= leastTexts)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key)
            .Take(most).Select(count => count.Key);
        Ids = [.. kept];
        for (var row = 0; row < Ids.Length; row++)
        {
            _rows.Add(Ids[row], row);
        }
    }

    /// <summary>The features by row.</summary>
#pragma warning disable CA1819 // Written to the model file as it is.
    public uint[] Ids { get; }
#pragma warning restore CA1819

    /// <summary>A text as the learner sees it; features that are not known are left out.</summary>
    public Example Example(IReadOnlyDictionary<uint, float> features, float[] targets, float weight = 1)
    {
        var ids = new List<int>(features.Count);
        var values = new List<float>(features.Count);
        foreach (var (id, value) in features)
        {
            if (_rows.TryGetValue(id, out var row))
            {
                ids.Add(row);
                values.Add(value);
            }
        }

        return new([.. ids], [.. values], targets, weight);
    }
}
