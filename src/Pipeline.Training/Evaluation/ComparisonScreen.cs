using System.Globalization;
using Pipeline.Training.Corpus;
using Spectre.Console;

namespace Pipeline.Training.Evaluation;

/// <summary>Shows where two models differ.</summary>
internal static class ComparisonScreen
{
    /// <summary>
    /// Counts for each question the rows that only one of the two has right. Of so many, chance alone (a fair coin, McNemar's test) would split
    /// them at least as unevenly with probability p.
    /// </summary>
    public static void Show(
        IAnsiConsole console,
        string first,
        List<(CorpusRow Row, Prediction Said)> said,
        string second,
        List<(CorpusRow Row, Prediction Said)> also)
    {
        var table = new Table().Title("compared").Border(TableBorder.Minimal);
        table.AddColumns("question", $"only {Markup.Escape(first)} right", $"only {Markup.Escape(second)} right", "p");
        Add(table, "sentiment", said, also, (row, answer) => row.Sentiment is { } label ? Labels.SentimentOf(label) == answer.Sentiment : null);
        Add(table, "emotion", said, also,
            (row, answer) => row.Emotions is { Count: > 0 } labels ? Labels.EmotionOf(labels[0]) == answer.Emotion : null);
        Add(table, "aggression", said, also, (row, answer) => row.Aggression is { } label ? label == answer.Aggression : null);
        Add(table, "wants human", said, also, (row, answer) => row.WantsHuman is { } label ? label == answer.WantsHuman : null);
        Add(table, "intent", said, also, (row, answer) => row.Intent is { } label ? label == answer.Intent : null);
        console.Write(table);
    }

    private static void Add(
        Table table,
        string question,
        List<(CorpusRow Row, Prediction Said)> said,
        List<(CorpusRow Row, Prediction Said)> also,
        Func<CorpusRow, Prediction, bool?> isRight)
    {
        var (one, other) = (0, 0);
        for (var row = 0; row < said.Count; row++)
        {
            var (left, right) = (isRight(said[row].Row, said[row].Said), isRight(also[row].Row, also[row].Said));
            one += left is true && right is false ? 1 : 0;
            other += left is false && right is true ? 1 : 0;
        }

        table.AddRow(question, one.ToString(CultureInfo.InvariantCulture), other.ToString(CultureInfo.InvariantCulture),
            Chance(one, other).ToString("F3", CultureInfo.InvariantCulture));
    }

    /// <summary>The two-sided sign test.</summary>
    private static double Chance(int one, int other)
    {
        var (all, few) = (one + other, Math.Min(one, other));
        var (sum, term) = (0d, Math.Pow(0.5, Math.Min(all, 1000)));
        if (all > 1000)
        {
            return 2 * (1 - Normal((Math.Abs(one - other) - 1) / Math.Sqrt(all)));
        }

        for (var count = 0; count <= few; count++)
        {
            sum += term;
            term *= (double)(all - count) / (count + 1);
        }

        return Math.Min(1, 2 * sum);
    }

    /// <summary>The normal distribution (Abramowitz and Stegun 26.2.17).</summary>
    private static double Normal(double z)
    {
        var step = 1 / (1 + (0.2316419 * z));
        var sum = step * (0.319381530 + (step * (-0.356563782 + (step * (1.781477937 + (step * (-1.821255978 + (step * 1.330274429))))))));
        return 1 - (sum * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI));
    }
}
