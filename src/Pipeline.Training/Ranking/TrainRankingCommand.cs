using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Pipeline.Suggestions.Ranking;
using Spectre.Console;

namespace Pipeline.Training.Ranking;

internal static class TrainRankingCommand
{
    private static readonly Option<DirectoryInfo> Data = new("--data") { Required = true };
    private static readonly Option<string> Set = new("--set") { DefaultValueFactory = _ => "" };

    public static Command Create()
    {
        var command = new Command("ranking", "Learns the ranker of replies.") { Data, Set };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var options = new EncoderOptions();
        foreach (var pair in parsed.GetRequiredValue(Set).Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=');
            float Number() => float.Parse(parts[1], CultureInfo.InvariantCulture);
            options = parts[0] switch
            {
                "width" => options with { Width = (int)Number() },
                "epochs" => options with { Epochs = (int)Number() },
                "batch" => options with { Batch = (int)Number() },
                "neg" => options with { Negatives = (int)Number() },
                "rate" => options with { Rate = Number() },
                "start" => options with { Start = Number() },
                "drop" => options with { Dropout = Number() },
                "inbatch" => options with { InBatch = Number() },
                "lc" => options with { LeastContexts = (int)Number() },
                "lr" => options with { LeastReplies = (int)Number() },
                "mc" => options with { MostContextFeatures = (int)Number() },
                "mr" => options with { MostReplyFeatures = (int)Number() },
                _ => throw new InvalidDataException(parts[0]),
            };
        }

        var corpus = new RankingCorpus();
        string[] names = ["star", "sgd", "cucom"];
        var watch = Stopwatch.StartNew();
        for (var index = 0; index < names.Length; index++)
        {
            corpus.AddFile(Path.Combine(parsed.GetRequiredValue(Data).FullName, $"conv_{names[index]}.train.jsonl.gz"), index);
        }

        Console.WriteLine($"{corpus.Places.Count} places, {corpus.Replies.Count} replies, {watch.Elapsed.TotalSeconds:F1}s");
        bool Held(AnsweredPlace place) => Hash(place.Conversation) % 100 < 12;
        var seen = corpus.Places.Where(place => !Held(place)).ToList();
        var held = corpus.Places.Where(Held).ToList();
        var contexts = seen.Select(place => new ContextReading(place.Turns).Features).ToList();
        var bags = corpus.Replies.Select(reply => ReplyFeatures.Of(corpus.Read(reply))).ToList();
        var seenReplies = seen.Select(place => place.Reply).Distinct().Order().ToList();
        Console.WriteLine($"features {watch.Elapsed.TotalSeconds:F1}s, {contexts.Average(bag => bag.Ids.Count):F0} a context");
        var learner = new EncoderLearner(contexts, seenReplies.Select(reply => bags[reply]), options);
        Console.WriteLine($"index {learner.Ids.Length} rows {watch.Elapsed.TotalSeconds:F1}s");
        var known = bags.Select(learner.Look).ToList();
        var examples = new List<(Known, int)>[names.Length];
        for (var index = 0; index < names.Length; index++)
        {
            examples[index] = [.. Enumerable.Range(0, seen.Count).Where(at => seen[at].Corpus == index).Select(at => (learner.Look(contexts[at]), seen[at].Reply))];
        }

        var pools = Enumerable.Range(0, names.Length).Select(index => (IReadOnlyList<int>)[.. seenReplies.Where(reply => corpus.CorpusOf[reply] == index)]).ToArray();
        Console.WriteLine($"looked up {watch.Elapsed.TotalSeconds:F1}s");
        learner.Train(examples, known, pools, options, done => Console.WriteLine($"  {done:P0} {watch.Elapsed.TotalSeconds:F1}s"));
        var random = new Random(7);
        for (var index = 0; index < names.Length; index++)
        {
            var own = held.Where(place => place.Corpus == index).ToArray();
            var pool = own.Select(place => place.Reply).Distinct().ToArray();
            random.Shuffle(own);
            var (one, five, count) = (0, 0, 0);
            var vector = new float[options.Width];
            var other = new float[options.Width];
            foreach (var place in own.Take(1500))
            {
                learner.Encode(learner.Look(new ContextReading(place.Turns).Features), vector);
                float Score(int reply)
                {
                    learner.Encode(known[reply], other);
                    return EncoderLearner.Dot(vector, other);
                }

                var gold = Score(place.Reply);
                var others = new HashSet<int> { place.Reply };
                var better = 0;
                while (others.Count < 100)
                {
                    var reply = pool[random.Next(pool.Length)];
                    if (others.Add(reply))
                    {
                        better += Score(reply) >= gold ? 1 : 0;
                    }
                }

                one += better == 0 ? 1 : 0;
                five += better < 5 ? 1 : 0;
                count++;
            }

            Console.WriteLine($"{names[index]} R@1 {(double)one / count:F3} R@5 {(double)five / count:F3} of {count}, pool {pool.Length}");
        }

        return 0;
    }

    private static uint Hash(string text) => RankingHash.Finish(text.Aggregate(RankingHash.Begin(9), RankingHash.Add));
}
