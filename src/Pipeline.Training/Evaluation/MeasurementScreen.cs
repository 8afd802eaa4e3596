using System.Globalization;
using Pipeline.Training.Corpus;
using Spectre.Console;

namespace Pipeline.Training.Evaluation;

/// <summary>Shows measurements to a person.</summary>
internal static class MeasurementScreen
{
    private const int MostConfusions = 14;

    private static readonly string[] Columns = ["rows", "of", "sentiment", "emotion", "ECE", "strong", "attack", "human", "intent", "lang"];

    /// <summary>Shows the figures of all rows, of each language and of each hand, then what is confused most.</summary>
    public static void Show(IAnsiConsole console, string title, IReadOnlyList<(CorpusRow Row, Prediction Said)> rows)
    {
        var table = new Table().Title(title).Border(TableBorder.Minimal);
        table.AddColumns([.. Columns.Select(name => new TableColumn(name).NoWrap())]);
        Add(table, "all", rows);
        foreach (var language in rows.Where(row => row.Row.Language is not null).GroupBy(row => row.Row.Language!).OrderBy(group => group.Key))
        {
            Add(table, language.Key, [.. language]);
        }

        foreach (var hand in rows.Where(row => row.Row.Hand is not null).GroupBy(row => row.Row.Hand!).OrderBy(group => group.Key))
        {
            Add(table, hand.Key, [.. hand]);
        }

        console.Write(table);
        var all = Measurement.Of(rows);
        ShowEach(console, "sentiment", all.Sentiment);
        ShowEach(console, "emotion", all.Emotion);
        ShowEach(console, "intent", all.Intent);
    }

    /// <summary>Shows what was found of the personal data.</summary>
    public static void Show(IAnsiConsole console, EntityTally entities)
    {
        var table = new Table().Title("personal data").Border(TableBorder.Minimal);
        table.AddColumns("kind", "precision", "recall");
        foreach (var (kind, (precision, recall)) in entities.Kinds)
        {
            table.AddRow(kind, FigureText.Share(precision), FigureText.Share(recall));
        }

        console.Write(table);
    }

    private static void Add(Table table, string of, IReadOnlyList<(CorpusRow Row, Prediction Said)> rows)
    {
        var measured = Measurement.Of(rows);
        table.AddRow(
            rows.Count.ToString(CultureInfo.InvariantCulture), of, Both(measured.Sentiment), Both(measured.Emotion), FigureText.Share(measured.EmotionError),
            FigureText.Share(measured.Intensity?.Accuracy), FigureText.Share(measured.Aggression?.F1(1)), FigureText.Share(measured.WantsHuman?.F1(1)),
            FigureText.Share(measured.Intent?.Accuracy), FigureText.Share(measured.Language?.Accuracy));
    }

    private static void ShowEach(IAnsiConsole console, string question, LabelTally? tally)
    {
        if (tally is null)
        {
            return;
        }

        console.WriteLine($"F1 of {question}: {string.Join(", ", tally.F1OfEach().Select(label => $"{label.Label} {FigureText.Share(label.F1)}"))}");
        var confused = tally.Confusions().Select(pair => $"{pair.Truth} as {pair.Said} {pair.Count}");
        console.WriteLine($"  confused: {string.Join(", ", confused.Take(MostConfusions))}");
    }

    private static string Both(LabelTally? tally) => tally is null ? "–" : $"{FigureText.Share(tally.Accuracy)}/{FigureText.Share(tally.MacroF1)}";
}
