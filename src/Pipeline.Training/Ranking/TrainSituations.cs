using Pipeline.Suggestions.Library;
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
        foreach (var group in SituationFit.Across(lists).GroupBy(entry => entry.List.Labelled.Id[..4]))
        {
            Show("  " + group.Key, [.. group.Select(entry => entry.List.Judge(entry.Weights))]);
        }
        var others = lists.Where(list => !list.Labelled.Id[2..].StartsWith("-u")).ToList();
        var us = lists.Where(list => list.Labelled.Id[2..].StartsWith("-u")).ToList();
        if (us.Count > 0)
        {
            var w = SituationFit.Fit(others);
            foreach (var group in us.GroupBy(list => list.Labelled.Language))
            {
                foreach (var list in group)
                {
                    if (Environment.GetEnvironmentVariable("CATS") is { } cats)
                    {
                        var sc = w.In(list.Situation);
                        var first = list.Candidates.OrderByDescending(c => sc.Sum(c.Fit)).First();
                        File.AppendAllText(cats, $"{list.Situation.Moment}\t{list.Situation.Mood}\t{PhraseWords.Name(first.Phrase.Category)}\t{string.Join(',', list.Labelled.Expect.Categories)}\t{list.Labelled.Id}\n");
                    }

                    if (!list.Judge(w).Acceptable && Environment.GetEnvironmentVariable("DUMP") is { } dump)
                    {
                        var scores = w.In(list.Situation);
                        var best = list.Candidates.OrderByDescending(c => scores.Sum(c.Fit)).Take(3);
                        File.AppendAllText(dump, $"{list.Labelled.Id} [{list.Situation.Moment},{list.Situation.Mood}] topic={list.Situation.Topic} newest={list.Situation.NewestIntent}({list.Situation.NewestIntentConfidence:0.00})\n" + string.Concat(list.Labelled.Turns.TakeLast(3).Select(t => $"    {t.Speaker[0]}: {t.Text}\n")) + $"   want {string.Join(',', list.Labelled.Expect.Categories)} {string.Join(' ', list.Labelled.Expect.Acceptable.Select(id => id + "#" + (1 + list.Candidates.OrderByDescending(c => scores.Sum(c.Fit)).ToList().FindIndex(c => c.Phrase.Id == id))))}\n" + string.Concat(best.Select(c => $"   > {c.Phrase.Id} {string.Join('/', c.Phrase.Intents)} {c.Phrase.Text[..Math.Min(90, c.Phrase.Text.Length)]}\n")));
                    }
                }

                Show(group.Key + "-u HELD", [.. group.Select(list => list.Judge(w))]);
            }
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
