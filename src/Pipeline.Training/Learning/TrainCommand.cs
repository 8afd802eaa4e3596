using System.CommandLine;
using Pipeline.Scoring.Models;
using Pipeline.Training.Corpus;
using Pipeline.Training.Evaluation;
using Spectre.Console;

namespace Pipeline.Training.Learning;

/// <summary><c>train</c>: learns the shipped model from the corpus, measures it on hands it has not seen, and writes it.</summary>
internal static class TrainCommand
{
    // Another corpus, other features or another learner make another version.
    private const string Name = "care/2";
    private const string GlanceName = "glance/1";
    private const float GlanceRate = 0.1f;

    private static readonly Option<DirectoryInfo> Corpus = new("--corpus")
    {
        Description = "The folder of the corpus.",
        DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("src", "Pipeline.Training", "Data")),
    };

    private static readonly Option<FileInfo> Model = new("--model")
    {
        Description = "The model file to write.",
        DefaultValueFactory = _ => new FileInfo(Path.Combine("src", "Pipeline", "Scoring", "Models", "Trained", "care.model")),
    };

    private static readonly Option<int> Folds = new("--folds")
    {
        Description = "Into how many groups the hands go for measuring.",
        DefaultValueFactory = _ => 3,
    };

    private static readonly Option<int> Seed = new("--seed") { Description = "The seed.", DefaultValueFactory = _ => 1 };

    private static readonly Option<bool> MeasureOnly = new("--measure-only") { Description = "Measures across hands and writes nothing." };

    public static Command Create()
    {
        var command = new Command("train", "Learns the scoring model from the corpus.") { Corpus, Model, Folds, Seed, MeasureOnly };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var rows = CorpusFile.ReadFolder(parsed.GetRequiredValue(Corpus).FullName);
        List<CorpusRow> seen = [.. rows.Where(row => !HeldOut.Contains(row))];
        AnsiConsole.WriteLine($"{rows.Count} messages, {rows.Count - seen.Count} of them held out.");
        AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(progress => Train(progress, parsed, seen));
        return 0;
    }

    private static void Train(ProgressContext progress, ParseResult parsed, List<CorpusRow> rows)
    {
        var trainer = new CareTrainer(rows, new NetworkOptions(Seed: parsed.GetValue(Seed)));
        var across = progress.AddTask("across hands");
        var scores = trainer.ScoreAcrossHands(parsed.GetValue(Folds), done => across.Value = 100 * done);
        MeasurementScreen.Show(AnsiConsole.Console, "across hands", scores.Predict());
        if (parsed.GetValue(MeasureOnly))
        {
            return;
        }

        var learning = progress.AddTask("all hands");
        var weights = trainer.Learn(done => learning.Value = 100 * done);
        var file = parsed.GetRequiredValue(Model);
        file.Directory!.Create();
        using var stream = file.Create();
        ModelFile.Write(stream, Name, weights, scores.Calibrate());
        TrainGlance(progress.AddTask("sentiment at a glance"), Path.Combine(file.DirectoryName!, "glance.model"), rows, scores.Folds, parsed.GetValue(Seed));
    }

    private static void TrainGlance(ProgressTask task, string file, IReadOnlyList<CorpusRow> rows, int[] folds, int seed)
    {
        var trainer = new GlanceTrainer(rows, new NetworkOptions(DirectRate: GlanceRate, Seed: seed));
        var scores = trainer.ScoreAcrossHands(folds);
        task.Value = 50;
        using var stream = File.Create(file);
        trainer.Write(stream, GlanceName, scores);
        task.Value = 100;
        foreach (var (language, tally) in trainer.Measure(scores))
        {
            AnsiConsole.WriteLine($"{GlanceName}, {language}: sentiment across hands {tally.Accuracy:F3}, macro-F1 {tally.MacroF1:F3}");
        }
    }
}
