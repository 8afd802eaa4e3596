using System.CommandLine;
using Pipeline.Scoring.Models;
using Pipeline.Training.Card;
using Pipeline.Training.Corpus;
using Pipeline.Training.Evaluation;
using Pipeline.Training.Ranking;
using Pipeline.Training.Routing.Learning;
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

    private static readonly Option<DirectoryInfo?> Corrections = new("--corrections")
    {
        Description = "Also learns from a folder of messages that persons corrected, as the command corrections writes them.",
    };

    private static readonly Option<FileInfo> Model = new("--model")
    {
        Description = "The model file to write; the model of sentiment at a glance is written beside it, as glance.model.",
        DefaultValueFactory = _ => new FileInfo(Path.Combine("src", "Pipeline", "Scoring", "Models", "Trained", "care.model")),
    };

    private static readonly Option<int> Folds = new("--folds")
    {
        Description = "Into how many groups the hands go for measuring.",
        DefaultValueFactory = _ => 3,
    };

    private static readonly Option<int> Seed = new("--seed") { Description = "The seed.", DefaultValueFactory = _ => 1 };

    private static readonly Option<bool> MeasureOnly = new("--measure-only") { Description = "Measures across hands and writes no model." };

    private static readonly Option<FileInfo?> Card = new("--card")
    {
        Description = "Also measures how more messages help, and writes all figures into the model card: docs/models.md when no file is named. "
            + "Takes about a minute more.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create()
    {
        var command = new Command("train", "Learns the scoring model from the corpus.")
        {
            Corpus, Corrections, Model, Folds, Seed, MeasureOnly, Card, TrainRankingCommand.Create(), TrainRoutingCommand.Create(),
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var model = parsed.GetRequiredValue(Model);
        var card = parsed.GetResult(Card) is null ? null : CardFile.Open(parsed.GetValue(Card)?.FullName ?? Path.Combine("docs", "models.md"));
        if (card is not null && parsed.GetValue(MeasureOnly) && !model.Exists)
        {
            throw new InvalidDataException($"{model}: there is no such model, whose figures the card could tell.");
        }

        var rows = CorpusFile.ReadFolder(parsed.GetRequiredValue(Corpus).FullName);
        if (parsed.GetValue(Corrections) is { } corrections)
        {
            rows = [.. rows, .. CorpusFile.ReadFolder(corrections.FullName)];
        }

        List<CorpusRow> seen = [.. rows.Where(row => !HeldOut.Contains(row))];
        AnsiConsole.WriteLine($"{rows.Count} messages, {rows.Count - seen.Count} of them held out.");
        AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(progress => Train(progress, parsed, rows, seen, card));
        return 0;
    }

    private static void Train(ProgressContext progress, ParseResult parsed, IReadOnlyList<CorpusRow> all, List<CorpusRow> rows, CardFile? card)
    {
        var options = new NetworkOptions(Seed: parsed.GetValue(Seed));
        var trainer = new CareTrainer(rows, options);
        var across = progress.AddTask("across hands");
        var scores = trainer.ScoreAcrossHands(parsed.GetValue(Folds), done => across.Value = 100 * done);
        MeasurementScreen.Show(AnsiConsole.Console, "across hands", scores.Predict());
        var file = parsed.GetRequiredValue(Model);
        if (!parsed.GetValue(MeasureOnly))
        {
            var learning = progress.AddTask("all hands");
            var weights = trainer.Learn(done => learning.Value = 100 * done);
            file.Directory!.Create();
            using var stream = file.Create();
            ModelFile.Write(stream, Name, weights, scores.Calibrate());
            TrainGlance(progress.AddTask("sentiment at a glance"), Path.Combine(file.DirectoryName!, "glance.model"), rows, scores.Folds, options.Seed);
        }

        if (card is not null)
        {
            var curve = progress.AddTask("learning curve");
            var points = LearningCurve.Measure(scores, options, done => curve.Value = 100 * done);
            card.Write(ModelCard.Write(CardFigures.Of(file.FullName, all, scores, points)));
        }
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
