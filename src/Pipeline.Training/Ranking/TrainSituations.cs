using Pipeline.Suggestions.Retrieval;
using Pipeline.Training.Corpus;
using Pipeline.Training.Evaluation;
using Pipeline.Training.Situations;
using Spectre.Console;

namespace Pipeline.Training.Ranking;

/// <summary>The part of <c>train ranking</c> that fits the weights of the library's phrases.</summary>
internal static class TrainSituations
{
    /// <summary>Fits the weights, shows what they are worth, and writes them.</summary>
    /// <param name="progress">Where progress is shown.</param>
    /// <param name="files">Files of labelled situations.</param>
    /// <param name="target">The file to write.</param>
    public static void Run(ProgressContext progress, IReadOnlyList<FileInfo> files, FileInfo target)
    {
        LabelledSituation[] situations = [.. files.SelectMany(file => LabelledSituation.Read(file.FullName))];
        if (situations.Length == 0)
        {
            throw new CorpusFileException("There are no situations.");
        }

        var (reading, fitting) = (progress.AddTask("situations"), progress.AddTask("weights of phrases"));
        var lists = SituationList.Of(situations, done => reading.Value = 100 * done);
        Show("weights set by hand", [.. lists.Select(list => list.Judge(FitWeights.Prior))]);
        Show("weights of the program", [.. lists.Select(list => list.Judge(FitWeights.Default))]);
        Show($"weights fitted to {SituationFit.Parts - 1} parts of {SituationFit.Parts}, on the other",
            [.. SituationFit.Across(lists).Select(entry => entry.List.Judge(entry.Weights))]);
        foreach (var hand in SituationFit.AcrossHands(lists).GroupBy(entry => (entry.List.Hand, entry.List.Labelled.Language)).OrderBy(group => group.Key))
        {
            Show($"weights fitted to other hands, on hand {(char)hand.Key.Hand} in {hand.Key.Language}",
                [.. hand.Select(entry => entry.List.Judge(entry.Weights))]);
        }

        fitting.Value = 80;
        target.Directory!.Create();
        File.WriteAllText(target.FullName, SituationFit.Fit(lists).ToJson());
        fitting.Value = 100;
    }

    private static void Show(string title, IReadOnlyList<(bool Acceptable, bool Category)> judged) => AnsiConsole.WriteLine(
        $"{title}: acceptable among the first three {FigureText.Share(judged.Average(judgement => judgement.Acceptable ? 1.0 : 0))}, "
        + $"first of a right category {FigureText.Share(judged.Average(judgement => judgement.Category ? 1.0 : 0))}, {judged.Count} situations");
}
