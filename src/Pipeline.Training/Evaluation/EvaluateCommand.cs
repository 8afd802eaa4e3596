using System.CommandLine;
using Pipeline.Scoring;
using Pipeline.Training.Corpus;
using Pipeline.Training.Ranking;
using Pipeline.Training.Routing;
using Pipeline.Training.Situations;
using Spectre.Console;

namespace Pipeline.Training.Evaluation;

/// <summary><c>evaluate</c>: measures what the product says of the messages of a file, and compares two models.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<FileInfo> File = new("file") { Description = "JSON Lines with the fields of the corpus, gzipped or not." };
    private static readonly Option<bool> Json = new("--json") { Description = "Ends with one line of JSON." };
    private static readonly Option<FileInfo?> Model = new("--model") { Description = "A model file; by default the one of the program." };
    private static readonly Option<FileInfo?> Compare = new("--compare") { Description = "A second model file to compare with." };
    private static readonly Option<bool> Heldout = new("--held-out") { Description = "Only the rows that training never sees." };

    public static Command Create()
    {
        var command = new Command("evaluate", "Measures what the product says of labelled messages.")
        {
            File, Json, Model, Compare, Heldout, SituationsCommand.Create(), EvaluateRankingCommand.Create(),
            EvaluateRoutingCommand.Create(), EvaluateWishCommand.Create(),
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        IReadOnlyList<CorpusRow> rows = [.. CorpusFile.Read(parsed.GetRequiredValue(File).FullName)
            .Where(row => !parsed.GetValue(Heldout) || HeldOut.Contains(row))];
        if (rows.Count == 0)
        {
            throw new CorpusFileException($"{parsed.GetRequiredValue(File)}: there are no rows.");
        }

        var analyzer = Analyzer(parsed.GetValue(Model));
        var said = ProductAnswers.Of(analyzer, rows);
        MeasurementScreen.Show(AnsiConsole.Console, analyzer.Scorer, said);
        if (parsed.GetValue(Compare) is { } other)
        {
            var second = Analyzer(other);
            var also = ProductAnswers.Of(second, rows);
            MeasurementScreen.Show(AnsiConsole.Console, second.Scorer, also);
            ComparisonScreen.Show(AnsiConsole.Console, analyzer.Scorer, said, second.Scorer, also);
        }

        var entities = Entities(rows);
        if (entities is not null)
        {
            MeasurementScreen.Show(AnsiConsole.Console, entities);
        }

        if (parsed.GetValue(Json))
        {
            string[] languages = [.. said.Select(row => row.Row.Language ?? row.Said.Language ?? "und").Distinct()];
            Console.WriteLine(EvaluationJson.Write(Measurement.Of(said), languages.Length == 1 ? languages[0] : null, entities));
        }

        return 0;
    }

    private static CareAnalyzer Analyzer(FileInfo? model) => model is null ? new() : CareAnalyzer.FromFile(model.FullName);

    private static EntityTally? Entities(IReadOnlyList<CorpusRow> rows)
    {
        if (rows.All(row => row.PersonalData is null))
        {
            return null;
        }

        var tally = new EntityTally();
        foreach (var row in rows)
        {
            tally.Add(row);
        }

        return tally;
    }
}
