namespace Pipeline.Training.Evaluation;

/// <summary>Counts how often one label was given for another.</summary>
public sealed class LabelTally(IReadOnlyList<string> labels)
{
    private readonly int[,] _counts = new int[labels.Count, labels.Count + 1];

    /// <summary>The labels.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>How many rows were counted.</summary>
    public int Rows { get; private set; }

    /// <summary>Counts a row.</summary>
    /// <param name="truth">The right label.</param>
    /// <param name="said">The label given; -1 for none.</param>
    public void Add(int truth, int said)
    {
        _counts[truth, said < 0 ? labels.Count : said]++;
        Rows++;
    }

    /// <summary>How often a label was given for another.</summary>
    public int Count(int truth, int said) => _counts[truth, said];

    /// <summary>The share of rows that were right.</summary>
    public double Accuracy => Enumerable.Range(0, labels.Count).Sum(label => _counts[label, label]) / (double)Rows;

    /// <summary>The mean of F1 over the labels that occur.</summary>
    public double MacroF1 => F1OfEach().Average(label => label.F1);

    /// <summary>F1 of each label that occurs in the rows.</summary>
    public IReadOnlyList<(string Label, double F1)> F1OfEach() =>
    [
        .. Enumerable.Range(0, labels.Count).Where(label => Truths(label) > 0).Select(label => (labels[label], F1(label))),
    ];

    /// <summary>F1 of a label.</summary>
    public double F1(int label)
    {
        var said = Enumerable.Range(0, labels.Count).Sum(truth => _counts[truth, label]);
        var both = Truths(label) + said;
        return both == 0 ? 0 : 2.0 * _counts[label, label] / both;
    }

    /// <summary>What was given for something else, most often first.</summary>
    public IEnumerable<(string Truth, string Said, int Count)> Confusions() =>
        from truth in Enumerable.Range(0, labels.Count)
        from said in Enumerable.Range(0, labels.Count)
        let count = _counts[truth, said]
        where truth != said && count > 0
        orderby count descending
        select (labels[truth], labels[said], count);

    private int Truths(int label) => Enumerable.Range(0, labels.Count + 1).Sum(said => _counts[label, said]);
}
