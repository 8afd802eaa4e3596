using System.CommandLine;
using Pipeline.Replay;
using Pipeline.Scoring.SecondOpinion;
using Spectre.Console;

namespace Pipeline.Training.Cost;

/// <summary>The command <c>cost</c>: what the Azure build would do for some conversations, and what that costs.</summary>
public static class CostCommand
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "The conversations: .jsonl or .jsonl.gz.",
        Required = true,
    };

    private static readonly Option<string?> PriceFile = new("--prices")
    {
        Description = "Prices and assumptions of your own, in the form of prices.json.",
    };

    private static readonly Option<double[]> Volumes = new("--volume")
    {
        Description = "Customers' messages a month, in millions. May be repeated.",
        DefaultValueFactory = _ => [1, 10, 100],
    };

    private static readonly Option<int?> Limit = new("--limit") { Description = "Count only the first so many conversations." };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("cost", "Counts what conversations make the Azure build do, and prices it.") { Data, PriceFile, Volumes, Limit };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(Data), parsed.GetValue(PriceFile), parsed.GetRequiredValue(Volumes), parsed.GetValue(Limit), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string data, string? priceFile, double[] volumes, int? limit, CancellationToken cancellationToken)
    {
        if (volumes.FirstOrDefault(static volume => volume is not (> 0 and <= 100_000)) is var wrong && wrong != 0)
        {
            await Console.Error.WriteLineAsync($"A volume of {wrong} million messages a month cannot be priced; it takes more than 0 and at most 100000.");
            return TrainingCommand.Refused;
        }

        Prices prices;
        try
        {
            prices = priceFile is null ? Prices.Default() : Prices.Read(priceFile);
        }
        catch (PricesException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return TrainingCommand.Refused;
        }

        var conversations = new List<RecordedConversation>();
        await foreach (var conversation in ConversationFile.ReadAsync(data, cancellationToken))
        {
            conversations.Add(conversation);
            if (conversations.Count == limit)
            {
                break;
            }
        }

        if (conversations.Count == 0)
        {
            await Console.Error.WriteLineAsync($"The file '{data}' holds no conversation.");
            return TrainingCommand.Refused;
        }

        var traffic = await PlayAsync(conversations, cancellationToken);
        var report = new CostReport(traffic, prices, HostJson.MaxMessageBatchSize(), new SecondOpinionOptions().RecordsPerHour);
        await Console.Out.WriteAsync(report.Write([.. volumes.Select(static volume => volume * 1e6)]));
        return 0;
    }

    private static Task<ReplayedTraffic> PlayAsync(List<RecordedConversation> conversations, CancellationToken cancellationToken)
    {
        // Progress goes to the error output: the report may be redirected into a page.
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return screen.Progress().StartAsync(async progress =>
        {
            var task = progress.AddTask("Replaying", maxValue: conversations.Sum(conversation => conversation.Turns.Count + 1.3));
            return await ReplayedTraffic.PlayAsync(conversations, () => task.Increment(1), cancellationToken);
        });
    }
}
