using System.CommandLine;
using System.Globalization;
using Pipeline.Training.Learning;
using Spectre.Console;

namespace Pipeline.Training.PublicData;

/// <summary><c>public</c>: what the features and the learner reach on public data sets, which others have figures for.</summary>
internal static class PublicCommand
{
    private static readonly Argument<DirectoryInfo> Data = new("data")
    {
        Description = "A folder with emotion_en, emotion_fr and intents_banking77 as NAME.train.jsonl.gz and NAME.dev.jsonl.gz.",
    };

    private static readonly Option<int> Epochs = new("--epochs") { Description = "How often the intents are seen.", DefaultValueFactory = _ => 20 };
    private static readonly Option<string?> Only = new("--only") { Description = "One data set alone." };

    public static Command Create()
    {
        var command = new Command("public", "Measures the learner on public data sets.") { Data, Epochs, Only };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var folder = parsed.GetRequiredValue(Data).FullName;
        var intents = new NetworkOptions(Epochs: parsed.GetValue(Epochs), Dropout: 0.4f, HiddenDropout: 0.3f);
        var emotions = new NetworkOptions(Epochs: 5, Dropout: 0.3f);
        (string Name, Func<Action<double>, double> Measure)[] tasks =
        [
            ("intents_banking77", new PublicTask(folder, "intents_banking77", "en", intents).Intents),
            ("emotion_fr", new PublicTask(folder, "emotion_fr", "fr", emotions).Emotions),
            ("emotion_en", new PublicTask(folder, "emotion_en", "en", emotions with { Epochs = 3 }).Emotions),
        ];
        AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(progress =>
            {
                foreach (var (name, measure) in tasks.Where(task => parsed.GetValue(Only) is not { } only || only == task.Name))
                {
                    var task = progress.AddTask(name);
                    var reached = measure(done => task.Value = 100 * done);
                    AnsiConsole.WriteLine($"{name}: {reached.ToString("F3", CultureInfo.InvariantCulture)}");
                }
            });
        return 0;
    }
}
