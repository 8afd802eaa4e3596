using System.CommandLine;
using Pipeline.Suggestions.Ranking;
using Pipeline.Training.Card;
using Pipeline.Training.Corpus;
using Spectre.Console;

namespace Pipeline.Training.Ranking;

/// <summary><c>train ranking</c>: learns the ranker of replies from conversations and writes it.</summary>
internal static class TrainRankingCommand
{
    // Another corpus, other features or another learner make another version.
    private const string Name = "ranking/1";
    private const string Suffix = ".train.jsonl.gz";
    private const string Prefix = "conv_";

    private static readonly string[] Corpora = ["star", "sgd", "cucom"];

    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = $"The folder of the conversations, {Prefix}NAME{Suffix}: {string.Join(", ", Corpora)}.",
    };

    private static readonly Option<FileInfo[]> Situations = new("--situations")
    {
        AllowMultipleArgumentsPerToken = true,
        Description = "Fits the weights of the library's phrases to these labelled situations (tests/Data/Suggestions/README.md).",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<FileInfo> Weights = new("--weights")
    {
        Description = "The file of the weights of the library's phrases.",
        DefaultValueFactory = _ => new FileInfo(Path.Combine("src", "Pipeline", "Suggestions", "Seed", "fit-weights.json")),
    };

    private static readonly Option<FileInfo[]> Accepted = new("--accepted")
    {
        AllowMultipleArgumentsPerToken = true,
        Description = "JSON Lines of accepted replies to learn from besides (context, reply), or of more conversations (id, turns).",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<FileInfo> Model = new("--model")
    {
        Description = "The model file to write.",
        DefaultValueFactory = _ => new FileInfo(Path.Combine("src", "Pipeline", "Suggestions", "Ranking", "Trained", "ranking.model")),
    };

    private static readonly Option<int> Seed = new("--seed") { Description = "The seed.", DefaultValueFactory = _ => 1 };

    private static readonly Option<int> Features = new("--features")
    {
        Description = "How many features the encoder knows: more are better and larger.",
        DefaultValueFactory = _ => 70_000,
    };

    private static readonly Option<FileInfo?> Card = new("--card")
    {
        Description = "Writes the figures into the documentation: docs/ranking.md when no file is named.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create()
    {
        var command = new Command("ranking", "Learns the ranker of replies from conversations, and fits the weights of phrases to situations.")
        {
            Data, Accepted, Model, Features, Seed, Card, Situations, Weights,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Data) is null && result.GetValue(Situations) is null or [])
            {
                result.AddError("Name the folder of the conversations (--data), labelled situations (--situations), or both.");
            }
        });
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var card = parsed.GetResult(Card) is null ? null : CardFile.Open(parsed.GetValue(Card)?.FullName ?? Path.Combine("docs", "ranking.md"));
        var corpus = parsed.GetValue(Data) is { } folder ? ReadCorpus(folder, parsed.GetRequiredValue(Accepted)) : null;
        AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(progress =>
            {
                if (corpus is not null)
                {
                    Train(progress, parsed, corpus, card);
                }

                if (parsed.GetRequiredValue(Situations) is { Length: > 0 } situations)
                {
                    TrainSituations.Run(progress, situations, parsed.GetRequiredValue(Weights));
                }
            });
        return 0;
    }

    private static RankingCorpus ReadCorpus(DirectoryInfo folder, IEnumerable<FileInfo> accepted)
    {
        var corpus = new RankingCorpus();
        foreach (var name in Corpora)
        {
            corpus.Add(name, RankingConversation.ReadFile(Path.Combine(folder.FullName, Prefix + name + Suffix)));
        }

        foreach (var file in accepted)
        {
            corpus.Add(Path.GetFileName(file.Name), RankingConversation.ReadFile(file.FullName));
        }

        AnsiConsole.WriteLine($"{corpus.Places.Count} answers, {corpus.Replies.Count} different ones.");
        return corpus.Places.Count > 0 ? corpus : throw new CorpusFileException("There is no place where an agent answers a customer.");
    }

    private static void Train(ProgressContext progress, ParseResult parsed, RankingCorpus corpus, CardFile? card)
    {
        var trainer = new RankingTrainer(corpus, new EncoderOptions(Features: parsed.GetValue(Features), Seed: parsed.GetValue(Seed)));
        var (apart, weighing, all) =
            (progress.AddTask("most conversations"), progress.AddTask("weights"), progress.AddTask("all conversations"));
        var lists = trainer.Lists(done => apart.Value = 100 * done);
        var measured = RankingMeasurement.Across(lists, corpus.Names, done => weighing.Value = 60 * done);
        foreach (var (name, encoder, ranker) in measured)
        {
            AnsiConsole.WriteLine($"{name}: {RankingMeasurement.Text(ranker)} in {ranker.Rows} lists; the encoder alone {RankingMeasurement.Text(encoder)}");
        }

        var weights = RankingTrainer.Fit(lists, done => weighing.Value = 60 + (40 * done));
        var model = trainer.Learn(Name, weights, RankingTrainer.Typical(lists), done => all.Value = 100 * done);
        var file = parsed.GetRequiredValue(Model);
        file.Directory!.Create();
        using (var stream = file.Create())
        {
            RankerFile.Write(stream, model);
        }

        card?.Write(RankingCard.Write(model, file.FullName, corpus, measured));
    }
}
