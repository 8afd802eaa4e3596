using System.CommandLine;
using Pipeline.Benchmarks.Floor;
using Pipeline.Benchmarks.Load;
using Pipeline.Benchmarks.Quality;
using Pipeline.Benchmarks.Scoring;
using Pipeline.Benchmarks.Search;
using Pipeline.Benchmarks.Suggestions;

namespace Pipeline.Benchmarks;

/// <summary>The command line: <c>path</c>, <c>stages</c>, <c>soak</c>, <c>texts</c>, <c>capture</c>, <c>scoring</c>, <c>suggestions</c>, <c>routing</c>, <c>search</c>, <c>quality</c> and <c>start</c> are for people, the hidden commands are processes it starts.</summary>
internal static class BenchmarkCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Measures the whole path, beside the floor of this machine.")
        {
            Path(), Stages(), Soak(), Texts(), Capture(), Scoring(), Suggestions(), Routing(), Search(), Quality(), Start(), StartOnce(), Load(), Empty(), Bare(),
        };
        return await root.Parse(args).InvokeAsync();
    }

    private static Command Path()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long each phase sends.", DefaultValueFactory = _ => 15 };
        var (connections, open) = (Connections(), Open());
        var command = new Command("path", "Webhooks through the whole path: rate, cost, times; then the floor.")
        {
            seconds, connections, open,
        };
        command.SetAction((parsed, cancellationToken) => new PathBenchmark(
            parsed.GetValue(seconds), new LoadShape(parsed.GetValue(connections), parsed.GetValue(open))).RunAsync(cancellationToken));
        return command;
    }

    private static Command Soak()
    {
        var messages = new Option<long>("--messages") { Description = "How many.", DefaultValueFactory = _ => 1_000_000 };
        var rate = new Option<double>("--rate") { Description = "Webhooks a second.", DefaultValueFactory = _ => 2_000 };
        var (connections, open) = (Connections(), Open());
        var command = new Command("soak", "Memory and query times over many messages.") { messages, rate, connections, open };
        command.SetAction((parsed, cancellationToken) => new SoakBenchmark(
            parsed.GetValue(messages), parsed.GetValue(rate), new LoadShape(parsed.GetValue(connections), parsed.GetValue(open)))
            .RunAsync(cancellationToken));
        return command;
    }

    private static Option<int> Connections() =>
        new("--connections") { Description = "Connections at once.", DefaultValueFactory = _ => 64 };

    private static Option<int> Open() =>
        new("--open") { Description = "Conversations open at once on each connection.", DefaultValueFactory = _ => 16 };

    private static Command Stages()
    {
        var rounds = new Option<int>("--rounds") { Description = "How many rounds of 128 conversations.", DefaultValueFactory = _ => 8 };
        var command = new Command("stages", "Each route by itself: CPU and allocations a message.") { rounds };
        command.SetAction((parsed, cancellationToken) => new StagesBenchmark(parsed.GetValue(rounds)).RunAsync(cancellationToken));
        return command;
    }

    private static Command Texts()
    {
        var repetitions = new Option<int>("--repetitions") { Description = "How often each text is scored.", DefaultValueFactory = _ => 40 };
        var command = new Command("texts", "How the time to score a text grows with its length, whatever it is made of.") { repetitions };
        command.SetAction(parsed => new TextsBenchmark(parsed.GetValue(repetitions)).Run());
        return command;
    }

    private static Command Capture()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long each platform is measured.", DefaultValueFactory = _ => 5 };
        var command = new Command("capture", "Webhooks of 2 kB verified and normalised on one core, and what that allocates.") { seconds };
        command.SetAction(parsed => new CaptureBenchmark(parsed.GetValue(seconds)).Run());
        return command;
    }

    private static Command Start()
    {
        var starts = new Option<int>("--starts") { Description = "How many.", DefaultValueFactory = _ => 11 };
        var command = new Command("start", "The Functions app's own work at a cold start, each in a process of its own.") { starts };
        command.SetAction((parsed, cancellationToken) => new StartBenchmark(parsed.GetValue(starts)).RunAsync(cancellationToken));
        return command;
    }

    private static Command StartOnce()
    {
        var folder = new Argument<string>("folder") { Description = "Where its tables are." };
        var command = new Command(StartBenchmark.Once) { folder };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) =>
            StartBenchmark.RunOnceAsync(parsed.GetRequiredValue(folder), cancellationToken));
        return command;
    }

    private static Command Scoring()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long each part runs.", DefaultValueFactory = _ => 5 };
        var command = new Command("scoring", "Messages a second on one core, beside AFINN in JavaScript; allocations; growth with the length.") { seconds };
        command.SetAction((parsed, cancellationToken) => new ScoringBenchmark(parsed.GetValue(seconds)).RunAsync(cancellationToken));
        return command;
    }

    private static Command Suggestions()
    {
        var calls = new Option<int>("--calls") { Description = "How many messages get suggestions.", DefaultValueFactory = _ => 10_000 };
        var phrases = new Option<int>("--phrases") { Description = "How many phrases there are.", DefaultValueFactory = _ => 10_000 };
        var replies = new Option<int>("--replies") { Description = "How many past replies there are.", DefaultValueFactory = _ => 100_000 };
        var command = new Command("suggestions", "Three suggestions from a large library: time, memory, and while it changes.") { calls, phrases, replies };
        command.SetAction((parsed, cancellationToken) => new SuggestionsBenchmark(
            parsed.GetValue(calls), parsed.GetValue(phrases), parsed.GetValue(replies)).RunAsync(cancellationToken));
        return command;
    }

    private static Command Routing()
    {
        var decisions = new Option<int>("--decisions") { Description = "How many.", DefaultValueFactory = _ => 20_000 };
        var command = new Command("routing", "What a decision takes among 1,000 advisors and 50 skills, without storage.") { decisions };
        command.SetAction(parsed => new RoutingBenchmark(parsed.GetValue(decisions)).Run());
        return command;
    }

    private static Command Quality()
    {
        var conversations = new Option<int[]>("--conversations")
        {
            Description = "How many there are, 20 messages each; several sizes are measured one after the other.",
            DefaultValueFactory = _ => [10_000],
            AllowMultipleArgumentsPerToken = true,
        };
        var data = new Option<string?>("--data") { Description = "A folder that is kept and grows; without one a folder is made and removed." };
        var repetitions = new Option<int>("--repetitions") { Description = "How often each question is asked.", DefaultValueFactory = _ => 40 };
        var command = new Command("quality", "The questions of quality teams, and exports, over generated conversations.") { conversations, data, repetitions };
        command.SetAction((parsed, cancellationToken) => new QualityBenchmark(
            parsed.GetRequiredValue(conversations), parsed.GetValue(data), parsed.GetValue(repetitions)).RunAsync(cancellationToken));
        return command;
    }

    private static Command Search()
    {
        var conversations = new Option<int>("--conversations") { Description = "How many, of 20 messages each.", DefaultValueFactory = _ => 200_000 };
        var repetitions = new Option<int>("--repetitions") { Description = "How often each search runs.", DefaultValueFactory = _ => 40 };
        var command = new Command("search", "Searches over the words of many conversations: time and rows read while they grow.") { conversations, repetitions };
        command.SetAction((parsed, cancellationToken) => new SearchBenchmark(
            parsed.GetValue(conversations), parsed.GetValue(repetitions)).RunAsync(cancellationToken));
        return command;
    }

    private static Command Load()
    {
        var address = new Argument<string>("address");
        var secretFile = new Argument<string>("secret-file");
        var run = new Argument<string>("run");
        var seconds = new Argument<int>("seconds");
        var connections = new Argument<int>("connections");
        var open = new Argument<int>("open");
        var rate = new Argument<double>("rate") { Description = "Webhooks a second; 0 for no limit. With a limit, the path is sampled too." };
        var command = new Command("load") { address, secretFile, run, seconds, connections, open, rate };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => new LoadRun(new LoadOrder(
            new Uri(parsed.GetRequiredValue(address)),
            File.ReadAllText(parsed.GetRequiredValue(secretFile)).Trim(),
            parsed.GetRequiredValue(run),
            TimeSpan.FromSeconds(parsed.GetRequiredValue(seconds)),
            parsed.GetRequiredValue(connections),
            parsed.GetRequiredValue(open),
            parsed.GetRequiredValue(rate))).RunAsync(cancellationToken));
        return command;
    }

    private static Command Empty()
    {
        var command = new Command("empty") { Hidden = true };
        command.SetAction((_, cancellationToken) => EmptyServer.RunAsync(cancellationToken));
        return command;
    }

    private static Command Bare()
    {
        var bytes = new Argument<int>("bytes") { Description = "Bytes written for each message." };
        var messages = new Argument<int>("messages");
        var command = new Command("sqlite") { bytes, messages };
        command.Hidden = true;
        command.SetAction(parsed => BareSqlite.Run(parsed.GetRequiredValue(bytes), parsed.GetRequiredValue(messages)));
        return command;
    }
}
