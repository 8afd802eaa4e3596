using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Routing;
using Spectre.Console;

namespace Pipeline.Training.Routing;

/// <summary><c>evaluate wish</c>: measures how many ways to ask for a person are honoured.</summary>
internal static class EvaluateWishCommand
{
    private static readonly Argument<FileInfo[]> Files = new("files")
    {
        Description = "JSON Lines of texts: text, language, wish.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Ends with one line of JSON." };
    private static readonly Option<bool> Wrong = new("--wrong") { Description = "Lists the texts that were not understood." };

    public static Command Create()
    {
        var command = new Command("wish", "Measures whether the wish for a person is honoured.") { Files, Json, Wrong };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var judge = new CaseJudge(RoutingSeed.ReadRules());
        (LabelledWish Row, bool Heard)[] rows =
            [.. parsed.GetRequiredValue(Files).SelectMany(file => LabelledWish.Read(file.FullName)).Select(row => (row, judge.HearsWish(row)))];
        var table = new Table().Title("wish for a person").Border(TableBorder.Minimal);
        table.AddColumns("texts", "of", "wishes", "recall", "precision");
        var figures = new JsonObject();
        Add(table, figures, "all", rows);
        foreach (var language in rows.GroupBy(row => row.Row.Language).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Add(table, figures, language.Key, [.. language]);
        }

        AnsiConsole.Console.Write(table);
        if (parsed.GetValue(Wrong))
        {
            foreach (var (row, _) in rows.Where(row => row.Heard != row.Row.Wish))
            {
                AnsiConsole.Console.WriteLine($"{(row.Wish ? "missed" : "made up")} ({row.Language}): {row.Text}");
            }
        }

        if (parsed.GetValue(Json))
        {
            Console.WriteLine(figures.ToJsonString());
        }

        return 0;
    }

    private static void Add(Table table, JsonObject figures, string of, (LabelledWish Row, bool Heard)[] rows)
    {
        var (wishes, heard) = (rows.Count(row => row.Row.Wish), rows.Count(row => row.Heard));
        var right = rows.Count(row => row.Heard && row.Row.Wish);
        var recall = wishes == 0 ? 1 : (double)right / wishes;
        var precision = heard == 0 ? 1 : (double)right / heard;
        figures[of] = new JsonObject
        {
            ["texts"] = rows.Length,
            ["wishes"] = wishes,
            ["recall"] = Math.Round(recall, 4),
            ["precision"] = Math.Round(precision, 4),
        };
        table.AddRow(
            rows.Length.ToString(CultureInfo.InvariantCulture), of, wishes.ToString(CultureInfo.InvariantCulture),
            recall.ToString("0.0000", CultureInfo.InvariantCulture), precision.ToString("0.0000", CultureInfo.InvariantCulture));
    }
}
