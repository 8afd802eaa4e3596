using Pipeline.Suggestions.Ranking;

namespace Pipeline.Training.Ranking;

/// <summary>The features that the encoder knows, each a row of its table.</summary>
internal sealed class EncoderFeatures
{
    private readonly Dictionary<uint, int> _rows = [];

    /// <param name="contexts">The features of conversations.</param>
    /// <param name="replies">The features of replies.</param>
    /// <param name="options">How many of each may be known.</param>
    public EncoderFeatures(IEnumerable<FeatureBag> contexts, IEnumerable<FeatureBag> replies, EncoderOptions options)
    {
        Ids = [.. Commonest(contexts, options.ContextFeatures).Concat(Commonest(replies, options.ReplyFeatures)).Distinct()];
        for (var row = 0; row < Ids.Length; row++)
        {
            _rows.Add(Ids[row], row);
        }
    }

    /// <summary>The features by row.</summary>
    public uint[] Ids { get; }

    /// <summary>Those of a text that are known.</summary>
    public KnownFeatures Of(FeatureBag bag)
    {
        var (rows, values) = (new List<int>(bag.Ids.Length), new List<float>(bag.Ids.Length));
        for (var index = 0; index < bag.Ids.Length; index++)
        {
            if (_rows.TryGetValue(bag.Ids[index], out var row))
            {
                rows.Add(row);
                values.Add(bag.Values[index]);
            }
        }

        return new([.. rows], [.. values]);
    }

    private static IEnumerable<uint> Commonest(IEnumerable<FeatureBag> bags, int most)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var bag in bags)
        {
            foreach (var id in bag.Ids)
            {
                counts[id] = counts.GetValueOrDefault(id) + 1;
            }
        }

        return counts.Where(count => count.Value >= EncoderOptions.LeastTexts)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key)
            .Take(most).Select(count => count.Key);
    }
}
