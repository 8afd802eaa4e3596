using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Training.Corpus;
using Spectre.Console;

namespace Pipeline.Training.Situations;

/// <summary><c>evaluate suggestions</c>: measures what the program's own phrases and articles would suggest in labelled situations.</summary>
internal static class SituationsCommand
{
    private static readonly Argument<FileInfo[]> Files = new("files")
    {
        Description = "JSON Lines of labelled situations (tests/Data/Suggestions/README.md), gzipped or not.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Ends with one line of JSON." };
    private static readonly Option<bool> Wrong = new("--wrong") { Description = "Lists the situations where something is not right." };

    private static readonly Option<bool> PhrasesOnly = new("--phrases-only") { Description = "Leaves the articles out." };

    public static Command Create()
    {
        var command = new Command("suggestions", "Measures what is suggested in labelled situations.") { Files, Json, Wrong, PhrasesOnly };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        LabelledSituation[] situations = [.. parsed.GetRequiredValue(Files).SelectMany(file => LabelledSituation.Read(file.FullName))];
        if (situations.Length == 0)
        {
            throw new CorpusFileException("There are no situations.");
        }

        var judged = SuggestionJudge.Judge(situations, parsed.GetValue(PhrasesOnly));
        var table = new Table().Title("suggestions").Border(TableBorder.Minimal);
        table.AddColumns("rows", "of", "acceptable", "category", "forbidden", "silent", "articles");
        Add(table, "all", judged);
        foreach (var language in judged.GroupBy(judgement => judgement.Labelled.Language).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Add(table, language.Key, [.. language]);
        }

        AnsiConsole.Console.Write(table);
        if (parsed.GetValue(Wrong))
        {
            ShowWrong(AnsiConsole.Console, judged);
        }

        if (parsed.GetValue(Json))
        {
            Console.WriteLine(Figures(judged).ToJsonString());
        }

        return 0;
    }

    private static JsonObject Figures(JudgedSituation[] judged) => new()
    {
        ["rows"] = judged.Length,
        ["acceptable"] = Math.Round(judged.Average(situation => situation.HasAcceptable ? 1.0 : 0), 4),
        ["category"] = Math.Round(judged.Average(situation => situation.CategoryRight ? 1.0 : 0), 4),
        ["forbidden"] = judged.Count(situation => situation.Broken.Count > 0),
        ["silent"] = judged.Count(situation => situation.Suggestions.Count == 0),
        ["articles"] = judged.Sum(situation => situation.Articles),
    };

    private static void Add(Table table, string of, JudgedSituation[] judged) => table.AddRow(
        judged.Length.ToString(CultureInfo.InvariantCulture),
        of,
        judged.Average(situation => situation.HasAcceptable ? 1.0 : 0).ToString("0.000", CultureInfo.InvariantCulture),
        judged.Average(situation => situation.CategoryRight ? 1.0 : 0).ToString("0.000", CultureInfo.InvariantCulture),
        judged.Count(situation => situation.Broken.Count > 0).ToString(CultureInfo.InvariantCulture),
        judged.Count(situation => situation.Suggestions.Count == 0).ToString(CultureInfo.InvariantCulture),
        judged.Sum(situation => situation.Articles).ToString(CultureInfo.InvariantCulture));

    private static void ShowWrong(IAnsiConsole console, JudgedSituation[] judged)
    {
        foreach (var wrong in judged.Where(situation => !situation.HasAcceptable || !situation.CategoryRight || situation.Broken.Count > 0))
        {
            console.WriteLine($"{wrong.Labelled.Id}: {wrong.Labelled.Turns[^1].Text}");
            console.WriteLine($"    wanted {string.Join(", ", wrong.Labelled.Expect.Categories)}; broken: {string.Join(", ", wrong.Broken)}");
            foreach (var suggestion in wrong.Suggestions)
            {
                var score = suggestion.Score.ToString("0.00", CultureInfo.InvariantCulture);
                console.WriteLine($"    {score} {suggestion.Category} {suggestion.Source}: {suggestion.Text}");
            }
        }
    }
}
