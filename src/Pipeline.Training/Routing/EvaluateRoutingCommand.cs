using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Pipeline.Training.Routing;

/// <summary><c>evaluate routing</c>: measures the routing rules on labelled cases, beside a router that knows only the sentiment.</summary>
internal static class EvaluateRoutingCommand
{
    private static readonly Argument<FileInfo[]> Files = new("files")
    {
        Description = "JSON Lines of labelled cases or recorded conversations (docs/routing.md), gzipped or not.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<FileInfo?> Rules = new("--rules") { Description = "A file of rules; by default those of the program." };
    private static readonly Option<bool> Json = new("--json") { Description = "Ends with one line of JSON." };
    private static readonly Option<bool> Wrong = new("--wrong") { Description = "Lists the cases where something is not right." };

    public static Command Create()
    {
        var command = new Command("routing", "Measures the routing rules on labelled cases.") { Files, Rules, Json, Wrong };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var judge = new CaseJudge(RulesFile.Read(parsed.GetValue(Rules)));
        JudgedCase[] judged = [.. parsed.GetRequiredValue(Files).SelectMany(file => LabelledCase.Read(file.FullName)).Select(judge.Judge)];
        var groups = Groups(judged);
        var table = new Table().Title("routing").Border(TableBorder.Minimal);
        table.AddColumns("cases", "of", "skill", "hard F1", "hard right", "urgent F1", "by sentiment: skill", "hard F1", "hard right");
        foreach (var (of, some) in groups)
        {
            var (rules, sentiment) = (RoutingMeasurement.OfRules(some), RoutingMeasurement.OfSentiment(some));
            table.AddRow([
                some.Length.ToString(CultureInfo.InvariantCulture), of, Text(rules.Skill), Text(rules.HardF1), Text(rules.HardRight),
                Text(rules.UrgentF1), Text(sentiment.Skill), Text(sentiment.HardF1), Text(sentiment.HardRight),
            ]);
        }

        AnsiConsole.Console.Write(table);
        if (parsed.GetValue(Wrong))
        {
            ShowWrong(AnsiConsole.Console, judged);
        }

        if (parsed.GetValue(Json))
        {
            Console.WriteLine(Figures(groups).ToJsonString());
        }

        return 0;
    }

    private static List<(string Of, JudgedCase[] Cases)> Groups(JudgedCase[] judged) =>
    [
        ("all", judged),
        .. By(judged, one => one.Labelled.SpokenLanguage),
        .. By(judged, one => one.Labelled.Expected.Kind ?? "unnamed"),
    ];

    private static IEnumerable<(string, JudgedCase[])> By(JudgedCase[] judged, Func<JudgedCase, string> key) =>
        judged.GroupBy(key).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.ToArray()));

    private static JsonObject Figures(List<(string Of, JudgedCase[] Cases)> groups)
    {
        var figures = new JsonObject();
        foreach (var (of, some) in groups)
        {
            figures[of] = new JsonObject { ["rules"] = Figures(RoutingMeasurement.OfRules(some)), ["sentiment"] = Figures(RoutingMeasurement.OfSentiment(some)) };
        }

        return figures;
    }

    private static JsonObject Figures(RoutingMeasurement measured) => new()
    {
        ["cases"] = measured.Cases,
        ["skill"] = Math.Round(measured.Skill, 4),
        ["hardF1"] = Math.Round(measured.HardF1, 4),
        ["hardRight"] = Math.Round(measured.HardRight, 4),
        ["urgentF1"] = Math.Round(measured.UrgentF1, 4),
    };

    private static string Text(double figure) => figure.ToString("0.000", CultureInfo.InvariantCulture);

    private static void ShowWrong(IAnsiConsole console, JudgedCase[] judged)
    {
        foreach (var (labelled, decision, _) in judged)
        {
            var expected = labelled.Expected;
            string[] faults =
            [
                .. decision.Skill == expected.Skill ? (string[])[] : [$"skill {decision.Skill}, wanted {expected.Skill}"],
                .. decision.Hard == expected.Hard ? (string[])[] : [expected.Hard ? "HARD missed" : "HARD made up"],
                .. decision.Urgent == expected.Urgent ? (string[])[] : [expected.Urgent ? "urgent missed" : "urgent made up"],
            ];
            if (faults.Length > 0)
            {
                var reasons = string.Join(", ", decision.Reasons.Select(reason => $"{reason.Rule} {reason.Weight.ToString(CultureInfo.InvariantCulture)}"));
                console.WriteLine($"{labelled.Id} ({expected.Kind}): {string.Join("; ", faults)}");
                console.WriteLine($"    intents {string.Join(", ", decision.Inputs!.Intents.Select(pair => $"{pair.Key} {pair.Value}"))}; {reasons}");
            }
        }
    }
}
