using System.Globalization;
using System.Text;
using Pipeline.Training.Corpus;
using Pipeline.Training.Evaluation;

namespace Pipeline.Training.Card;

/// <summary>Writes the figures of the model card in Markdown. The same figures give the same bytes.</summary>
internal static class ModelCard
{
    private const int MostConfusions = 12;

    private static readonly string[] Questions =
        ["sentiment", "emotion", "ECE", "intensity", "aggression F1", "wants a human F1", "intent"];

    /// <summary>Writes them.</summary>
    public static string Write(CardFigures figures)
    {
        var card = new StringBuilder();
        Say(card, $"Model `{figures.Scorer}`, fingerprint `{figures.Fingerprint}` (SHA-256 of its file, first 16 digits), {figures.Bytes:N0} bytes.");
        Data(card, figures);
        Across(card, figures);
        Held(card, figures);
        Curve(card, figures);
        Classes(card, figures);
        Confusion(card, figures);
        card.Append("Made by `dotnet run -c Release --project src/Pipeline.Training -- train --card`; the same bytes each time.\n");
        return card.ToString();
    }

    private static void Data(StringBuilder card, CardFigures figures)
    {
        Title(card, "What it learned from");
        Say(card, $"The corpus (CC0 1.0, ours) and {figures.Phrases:N0} phrases of our word lists (MIT, ours); nothing else. A message that is held out is in no training.");
        Head(card, "hand", "language", "messages", "held out", "attacks", "wishes for a person", "mixed feelings");
        foreach (var hand in figures.Rows.GroupBy(row => row.Hand ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Counts(card, hand.Key, hand.First().Language ?? "", [.. hand]);
        }

        foreach (var language in ByLanguage(figures.Rows, row => row.Language))
        {
            Counts(card, "all", language.Key, [.. language]);
        }

        card.Append('\n');
    }

    private static void Counts(StringBuilder card, string hand, string language, IReadOnlyList<CorpusRow> rows) => Row(
        card, hand, language, Number(rows.Count), Number(rows.Count(HeldOut.Contains)), Number(rows.Count(row => row.Aggression == true)),
        Number(rows.Count(row => row.WantsHuman == true)), Number(rows.Count(row => row.Sentiment == "mixed")));

    private static void Across(StringBuilder card, CardFigures figures)
    {
        Title(card, "Across hands");
        Say(card, $"Every message is scored by weights that learned from other hands only ({figures.Folds} groups of hands), calibration included: how it does on people it has never read. Accuracy / macro-F1, expected calibration error of the emotion's probability (ECE), accuracy, F1.");
        Head(card, ["rows", "of", .. Questions]);
        Measured(card, figures.Across);
        foreach (var hand in figures.Across.GroupBy(row => row.Row.Hand ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Measured(card, hand.Key, [.. hand]);
        }

        card.Append('\n');
    }

    private static void Held(StringBuilder card, CardFigures figures)
    {
        Title(card, "Held-out tenth");
        Say(card, $"The model's file itself, on messages of the same hands that training never sees.");
        Head(card, ["rows", "of", .. Questions]);
        Measured(card, figures.HeldOut);
        card.Append('\n');
    }

    private static void Measured(StringBuilder card, IReadOnlyList<(CorpusRow Row, Prediction Said)> rows)
    {
        foreach (var language in ByLanguage(rows, row => row.Row.Language))
        {
            Measured(card, language.Key, [.. language]);
        }
    }

    private static void Measured(StringBuilder card, string of, IReadOnlyList<(CorpusRow Row, Prediction Said)> rows)
    {
        var measured = Measurement.Of(rows);
        Row(
            card, Number(rows.Count), of, Both(measured.Sentiment), Both(measured.Emotion), FigureText.Share(measured.EmotionError),
            FigureText.Share(measured.Intensity?.Accuracy), FigureText.Share(measured.Aggression?.F1(1)), FigureText.Share(measured.WantsHuman?.F1(1)),
            FigureText.Share(measured.Intent?.Accuracy));
    }

    private static void Curve(StringBuilder card, CardFigures figures)
    {
        Title(card, "More messages");
        Say(card, $"Across hands, learning from a growing share of the messages (each share holds the smaller ones; all messages are scored at each point). Accuracy of sentiment, emotion, intent.");
        Head(card, "learned from", "French", "English");
        foreach (var point in figures.Curve)
        {
            Row(card, Number(point.Learned), OnePoint(point, "fr"), OnePoint(point, "en"));
        }

        card.Append('\n');
    }

    private static string OnePoint(CurvePoint point, string language)
    {
        var measured = Measurement.Of([.. point.Said.Where(row => row.Row.Language == language)]);
        return $"{FigureText.Share(measured.Sentiment?.Accuracy)}, {FigureText.Share(measured.Emotion?.Accuracy)}, {FigureText.Share(measured.Intent?.Accuracy)}";
    }

    private static void Classes(StringBuilder card, CardFigures figures)
    {
        Title(card, "F1 of each label");
        Head(card, "question", "label", "French across hands", "English across hands", "French held out", "English held out");
        List<Measurement> sets =
        [
            .. new[] { figures.Across, figures.HeldOut }.SelectMany(rows => (IEnumerable<Measurement>)
                [Measurement.Of([.. rows.Where(row => row.Row.Language == "fr")]), Measurement.Of([.. rows.Where(row => row.Row.Language == "en")])]),
        ];
        Each(card, "sentiment", sets, set => set.Sentiment);
        Each(card, "emotion", sets, set => set.Emotion);
        Each(card, "intent", sets, set => set.Intent);
        card.Append('\n');
    }

    private static void Each(StringBuilder card, string question, List<Measurement> sets, Func<Measurement, LabelTally?> tallyOf)
    {
        var labels = sets.Select(tallyOf).FirstOrDefault(tally => tally is not null)?.Labels ?? [];
        var figures = sets.ConvertAll(set => tallyOf(set)?.F1OfEach().ToDictionary(label => label.Label, label => label.F1) ?? []);
        foreach (var label in labels.Where(label => figures.Exists(each => each.ContainsKey(label))))
        {
            Row(card, [question, label, .. figures.Select(each => FigureText.Share(each.TryGetValue(label, out var f1) ? f1 : null))]);
        }
    }

    private static void Confusion(StringBuilder card, CardFigures figures)
    {
        Title(card, "What is taken for what");
        Say(card, $"Across hands, both languages. A line is a label, a column what was said.");
        var measured = Measurement.Of(figures.Across);
        Confusion(card, measured.Sentiment);
        Confusion(card, measured.Emotion);
        if (measured.Intent is { } intent)
        {
            Say(card, $"Intents confused most: {string.Join(", ", intent.Confusions().Take(MostConfusions).Select(pair => $"{pair.Truth} as {pair.Said} ({Number(pair.Count)})"))}.");
        }
    }

    private static void Confusion(StringBuilder card, LabelTally? tally)
    {
        if (tally is null)
        {
            return;
        }

        Head(card, ["", .. tally.Labels]);
        for (var truth = 0; truth < tally.Labels.Count; truth++)
        {
            var own = truth;
            Row(card, [$"**{tally.Labels[truth]}**", .. Enumerable.Range(0, tally.Labels.Count).Select(said => Number(tally.Count(own, said)))]);
        }

        card.Append('\n');
    }

    private static IEnumerable<IGrouping<string, T>> ByLanguage<T>(IEnumerable<T> rows, Func<T, string?> language) =>
        rows.GroupBy(row => language(row) ?? "").OrderBy(group => group.Key, StringComparer.Ordinal);

    private static void Title(StringBuilder card, string title) => card.Append(CultureInfo.InvariantCulture, $"### {title}\n\n");

    private static void Say(StringBuilder card, FormattableString text) => card.Append(text.ToString(CultureInfo.InvariantCulture)).Append("\n\n");

    private static void Head(StringBuilder card, params IReadOnlyList<string> columns)
    {
        Row(card, columns);
        Row(card, [.. columns.Select(_ => "---")]);
    }

    private static void Row(StringBuilder card, params IReadOnlyList<string> cells) =>
        card.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Both(LabelTally? tally) => tally is null ? "–" : $"{FigureText.Share(tally.Accuracy)} / {FigureText.Share(tally.MacroF1)}";
}
