using System.CommandLine;
using System.Text.Json.Nodes;
using Pipeline.Suggestions.Ranking;
using Pipeline.Training.Corpus;
using Spectre.Console;

namespace Pipeline.Training.Ranking;

/// <summary><c>evaluate ranking</c>: measures how often the reply that was given stands among the first of a list.</summary>
internal static class EvaluateRankingCommand
{
    private const int Digits = 4;

    private static readonly Argument<FileInfo> Lists = new("file")
    {
        Description = "JSON Lines of context, candidates and gold (the index of the reply that was given, from 0), gzipped or not.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Ends with one line of JSON." };
    private static readonly Option<FileInfo?> Model = new("--model") { Description = "A model file; by default the one of the program." };

    public static Command Create()
    {
        var command = new Command("ranking", "Measures the ranker of replies on lists of candidates.") { Lists, Json, Model };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var ranker = Ranker(parsed.GetValue(Model));
        var tally = new RecallTally();
        foreach (var list in CandidateList.ReadFile(parsed.GetRequiredValue(Lists).FullName))
        {
            tally.Add(list.Rank(ranker));
        }

        if (tally.Rows == 0)
        {
            throw new CorpusFileException($"{parsed.GetRequiredValue(Lists)}: there are no rows.");
        }

        AnsiConsole.WriteLine($"{ranker.Name}: R@1 / R@5 / R@10 {RankingMeasurement.Text(tally)} in {tally.Rows} lists");
        if (parsed.GetValue(Json))
        {
            Console.WriteLine(new JsonObject
            {
                ["rows"] = tally.Rows,
                ["r1"] = Math.Round(tally.One, Digits),
                ["r5"] = Math.Round(tally.Five, Digits),
                ["r10"] = Math.Round(tally.Ten, Digits),
            }.ToJsonString());
        }

        return 0;
    }

    private static ReplyRanker Ranker(FileInfo? model)
    {
        if (model is null)
        {
            return ReplyRanker.Shared;
        }

        if (!model.Exists)
        {
            throw new InvalidDataException($"{model}: there is no such model.");
        }

        using var stream = model.OpenRead();
        return ReplyRanker.Read(stream);
    }
}
