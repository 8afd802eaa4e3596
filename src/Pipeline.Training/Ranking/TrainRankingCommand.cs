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

    private static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = $"The folder of the conversations, {Prefix}NAME{Suffix}: {string.Join(", ", Corpora)}.",
        Required = true,
    };

    private static readonly Option<FileInfo[]> Accepted = new("--accepted")
    {
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
        var command = new Command("ranking", "Learns the ranker of replies from conversations.") 
        {
            Data, Accepted, Model, Features, Seed, Card,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var card = parsed.GetResult(Card) is null ? null : CardFile.Open(parsed.GetValue(Card)?.FullName ?? Path.Combine("docs", "ranking.md"));
        var corpus = ReadCorpus(parsed);
        AnsiConsole.WriteLine($"{corpus.Places.Count} answers, {corpus.Replies.Count} different ones.");
        AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(progress => Train(progress, parsed, corpus, card));
        return 0;
    }

    private static RankingCorpus ReadCorpus(ParseResult parsed)
    {
        var corpus = new RankingCorpus();
        foreach (var name in Corpora)
        {
            corpus.Add(name, RankingConversation.ReadFile(Path.Combine(parsed.GetRequiredValue(Data).FullName, Prefix + name + Suffix)));
        }

        foreach (var file in parsed.GetRequiredValue(Accepted))
        {
            corpus.Add(Path.GetFileName(file.Name), RankingConversation.ReadFile(file.FullName));
        }

        return corpus.Places.Count > 0 ? corpus : throw new CorpusFileException("There is no place where an agent answers a customer.");
    }

    private static void Train(ProgressContext progress, ParseResult parsed, RankingCorpus corpus, CardFile? card)
    {
        var trainer = new RankingTrainer(corpus, new EncoderOptions(Features: parsed.GetValue(Features), Seed: parsed.GetValue(Seed)));
        var (apart, weighing, all) = (progress.AddTask("most conversations"), progress.AddTask("weights"), progress.AddTask("all conversations"));
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
