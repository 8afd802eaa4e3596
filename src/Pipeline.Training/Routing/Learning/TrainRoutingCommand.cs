using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Pipeline.Routing;
using Pipeline.Routing.Learned;
using Pipeline.Scoring.Recognition;
using Pipeline.Training.Card;
using Spectre.Console;

namespace Pipeline.Training.Routing.Learning;

/// <summary><c>train routing</c>: learns wishes, difficulty, urgency and skill from labelled chats, measures them across hands, and writes both models.</summary>
internal static class TrainRoutingCommand
{
    // Another corpus, other features or another learner make another version.
    private const string Name = "routing/2";

    private static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = "The folder of the labelled chats and wishes (routing.*.jsonl, wishes.*.jsonl) and of the corpus.",
        DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("src", "Pipeline.Training", "Data")),
    };

    private static readonly Option<DirectoryInfo?> Tests = new("--tests")
    {
        Description = "A folder of cases.*.jsonl and wish.*.jsonl whose odd lines are learned from; its even lines are never read for learning.",
    };

    private static readonly Option<DirectoryInfo> Output = new("--output")
    {
        Description = "The folder of the program's sources, where both models are written.",
        DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("src", "Pipeline")),
    };

    private static readonly Option<float> WishAt = new("--wish-at")
    {
        Description = "From which probability on a message asks for a person.",
        DefaultValueFactory = _ => 0.45f,
    };

    private static readonly Option<int> Seed = new("--seed") { Description = "The seed.", DefaultValueFactory = _ => 1 };
    private static readonly Option<bool> MeasureOnly = new("--measure-only") { Description = "Measures across hands and writes no model." };

    private static readonly Option<FileInfo?> Card = new("--card")
    {
        Description = "Writes the figures into the documentation: docs/routing.md when no file is named.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create()
    {
        var command = new Command("routing", "Learns wishes for a person, difficulty, urgency and skill from labelled chats.")
        {
            Data, Tests, Output, WishAt, Seed, MeasureOnly, Card,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var card = parsed.GetResult(Card) is null ? null : CardFile.Open(parsed.GetValue(Card)?.FullName ?? Path.Combine("docs", "routing.md"));
        var rules = RoutingSeed.ReadRules();
        var (seed, wishAt) = (parsed.GetValue(Seed), parsed.GetValue(WishAt));
        AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(progress =>
            {
                var (reading, across, all) = (progress.AddTask("reading"), progress.AddTask("across hands"), progress.AddTask("all hands"));
                var data = LearningData.Read(parsed.GetRequiredValue(Data).FullName, parsed.GetValue(Tests)?.FullName);
                reading.Value = 100;
                var measured = new AcrossHands(data, rules, seed, done => across.Value = 100 * done);
                var figures = Figures(measured, wishAt);
                AnsiConsole.WriteLine(figures);
                AnsiConsole.WriteLine(Curves(measured));
                if (!parsed.GetValue(MeasureOnly))
                {
                    Write(new RoutingLearner(rules, seed).Learn(Name, data.Cases, data.Wishes, wishAt), parsed.GetRequiredValue(Output).FullName);
                    card?.Write(figures);
                }

                all.Value = 100;
            });
        return 0;
    }

    private static void Write(LearnedModels models, string folder)
    {
        using var stream = File.Create(Path.Combine(folder, "Scoring", "Recognition", "Trained", "routing.model"));
        RecognitionFile.Write(stream, models.Name, models.WishAt, models.Ids, models.Scales, models.Wishes, models.Rows);
        File.WriteAllText(
            Path.Combine(folder, "Routing", "Seed", "learned-routing.json"), Lines(JsonSerializer.Serialize(models.Parts, LearnedRoutingJson.Default.LearnedRoutingFile)));
        AnsiConsole.WriteLine($"{models.Ids.Length} features of words, {models.Parts.Weights.Count} named parts, {stream.Length} bytes.");
    }

    // One part a line, so that a difference can be read.
    private static string Lines(string json) => json.Replace("],\"", "],\n\"", StringComparison.Ordinal) + "\n";

    private static string Figures(AcrossHands measured, float wishAt)
    {
        var text = new StringBuilder();
        Line(text, $"| hand left out | chats | skill | hard F1 | urgent F1 | by the rules alone: skill | hard F1 | urgent F1 | wishes: texts | recall | precision |");
        Line(text, $"| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var hand in measured.Hands.Append(null))
        {
            var (rules, learned) = measured.Of(hand);
            var (texts, recall, precision) = measured.Wishes(hand, wishAt);
            Line(text, $"| {hand ?? "all"} | {learned.Cases} | {learned.Skill:F3} | {learned.HardF1:F3} | {learned.UrgentF1:F3} | {rules.Skill:F3} | {rules.HardF1:F3} | {rules.UrgentF1:F3} | {texts} | {recall:F3} | {precision:F3} |");
        }

        var (ordinary, found, sure) = measured.Wishes(LearningData.Corpus, wishAt);
        Line(text, $"| single messages | | | | | | | | {ordinary} | {found:F3} | {sure:F3} |");
        return text.ToString();
    }

    private static string Curves(AcrossHands measured)
    {
        var text = new StringBuilder();
        var verdicts = measured.Verdicts.ToList();
        foreach (var from in (float[])[0.02f, 0.05f, 0.1f, 0.15f, 0.2f, 0.25f, 0.3f, 0.35f, 0.45f, 0.5f, 0.6f])
        {
            var (_, recall, precision) = measured.Wishes(null, from);
            var (_, found, sure) = measured.Wishes(LearningData.Corpus, from);
            Line(text, $"from {from:F2}: wish recall {recall:F3}, precision {precision:F3}, in single messages {found:F3}, {sure:F3}; hard alone F1 {F1(verdicts, from, one => (one.Verdict.Difficulty, one.Expected.Hard)):F3}; urgent alone F1 {F1(verdicts, from, one => (one.Verdict.Urgency, one.Expected.Urgent)):F3}");
        }

        return text.ToString();
    }

    private static double F1<T>(List<T> rows, double from, Func<T, (double Said, bool Wanted)> of)
    {
        var judged = rows.ConvertAll(row => of(row));
        var both = judged.Count(one => one.Said >= from && one.Wanted);
        return 2.0 * both / Math.Max(1, judged.Count(one => one.Said >= from) + judged.Count(one => one.Wanted));
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
