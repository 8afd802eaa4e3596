using Pipeline.Training.Learning;

namespace Pipeline.Training.PublicData;

/// <summary>
/// The same features and the same learner on a public data set, to know what they are worth beside others. Nothing of it is shipped.
/// </summary>
/// <param name="Folder">The folder of the data.</param>
/// <param name="Name">The data set.</param>
/// <param name="Language">Its language.</param>
/// <param name="Options">How it is learned.</param>
internal sealed record PublicTask(string Folder, string Name, string Language, NetworkOptions Options)
{
    private const int Block = 16;
    private const int LeastTexts = 2;
    private const int MostFeatures = 400_000;

    /// <summary>The accuracy of the intent on the dev split.</summary>
    public double Intents(Action<double> progress)
    {
        var (train, dev) = (PublicRow.Read(Folder, Name, "train"), PublicRow.Read(Folder, Name, "dev"));
        List<string> labels = [.. train.Select(row => row.Intent!).Distinct().Order(StringComparer.Ordinal)];
        var head = new HeadShape(Name, 0, labels.Count, Exclusive: true);
        var scores = Learn(head, train, dev, row => [labels.IndexOf(row.Intent!)], progress);
        return scores.Select((score, index) => labels[Best(score.AsSpan(0, labels.Count))] == dev[index].Intent ? 1.0 : 0).Average();
    }

    /// <summary>The macro-F1 of the emotions on the dev split: several may hold, each has a threshold chosen on the train split.</summary>
    public double Emotions(Action<double> progress)
    {
        var (train, dev) = (PublicRow.Read(Folder, Name, "train"), PublicRow.Read(Folder, Name, "dev"));
        List<string> labels = [.. train.SelectMany(row => row.Labels!).Distinct().Order(StringComparer.Ordinal)];
        var head = new HeadShape(Name, 0, labels.Count, Exclusive: false);
        int[] LabelsOf(PublicRow row) => [.. row.Labels!.Select(label => labels.IndexOf(label)).Where(label => label >= 0)];

        // Thresholds come from a tenth that a first training did not see.
        List<PublicRow> inner = [.. train.Where((_, index) => index % 10 != 0)];
        List<PublicRow> outer = [.. train.Where((_, index) => index % 10 == 0)];
        var tuned = Learn(head, inner, outer, LabelsOf, done => progress(done / 2));
        var thresholds = labels.Select((_, label) => Enumerable.Range(-30, 51).Select(step => step / 10f)
            .MaxBy(threshold => F1(tuned, outer, label, threshold, LabelsOf))).ToArray();
        var scores = Learn(head, train, dev, LabelsOf, done => progress((1 + done) / 2));
        return labels.Select((_, label) => F1(scores, dev, label, thresholds[label], LabelsOf)).Average();
    }

    private static double F1(float[][] scores, IReadOnlyList<PublicRow> rows, int label, float threshold, Func<PublicRow, int[]> labelsOf)
    {
        var (hits, all) = (0, 0);
        for (var row = 0; row < rows.Count; row++)
        {
            var (said, truth) = (scores[row][label] >= threshold, labelsOf(rows[row]).Contains(label));
            hits += said && truth ? 1 : 0;
            all += (said ? 1 : 0) + (truth ? 1 : 0);
        }

        return all == 0 ? 0 : 2.0 * hits / all;
    }

    private float[][] Learn(
        HeadShape head, IReadOnlyList<PublicRow> train, IReadOnlyList<PublicRow> dev, Func<PublicRow, int[]> labels, Action<double> progress)
    {
        var columns = (head.Count + Block - 1) / Block * Block;
        var reader = new TextFeatures();
        var features = train.Select(row => reader.Read(row.Text, Language)).ToList();
        var index = new FeatureIndex(features, LeastTexts, MostFeatures);
        var learner = new NetworkLearner([head], columns, index.Ids.Length, Options);
        learner.Train([.. train.Select((row, number) => index.Example(features[number], Targets(labels(row), columns)))], progress);
        return [.. dev.Select(row => learner.Score(index.Example(reader.Read(row.Text, Language), [])))];
    }

    private static float[] Targets(int[] labels, int columns)
    {
        var targets = new float[columns];
        foreach (var label in labels)
        {
            targets[label] = 1;
        }

        return targets;
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var index = 1; index < scores.Length; index++)
        {
            best = scores[index] > scores[best] ? index : best;
        }

        return best;
    }
}
