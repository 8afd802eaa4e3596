using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Pipeline.Training.Api;
using Spectre.Console;

namespace Pipeline.Training.DeadLetters;

/// <summary>The command <c>deadletters</c>: lists, shows, replays and purges what a running host could not handle.</summary>
public static class DeadLettersCommand
{
    private static readonly Option<string> To = new("--to")
    {
        Description = $"The host, such as http://127.0.0.1:7071, or its API's folder. An access key comes from the variable {ApiClient.KeyVariable}.",
        Required = true,
    };

    private static readonly Option<string?> OneSource = new("--source")
    {
        Description = "Only this queue or subscription. Default: every one.",
    };

    private static readonly Argument<string> Source = new("source")
    {
        Description = $"The queue or subscription: {string.Join(", ", ConversationFlow.Topology.Sources)}.",
    };

    private static readonly Argument<long> Number = new("number") { Description = "The dead letter's number." };

    private static readonly Argument<long[]> Numbers = new("numbers")
    {
        Description = "The dead letters' numbers; none with --all.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> All = new("--all") { Description = "All that the source has now." };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var list = new Command("list", "Lists them, oldest first.") { OneSource, To };
        list.SetAction((command, cancellationToken) => AskAsync(command, ListAsync, cancellationToken));
        var show = new Command("show", "Shows one, without what people wrote.") { Source, Number, To };
        show.SetAction((command, cancellationToken) => AskAsync(command, ShowAsync, cancellationToken));
        return new Command("deadletters", "Looks at the messages that could not be handled, puts them back or removes them.")
        {
            list, show, Order("replay", "Puts them back where they came from."), Order("purge", "Removes them for good."),
        };
    }

    private static Command Order(string name, string description)
    {
        var order = new Command(name, description) { Source, Numbers, All, To };
        order.Validators.Add(result =>
        {
            if (result.GetValue(All) == result.GetValue(Numbers) is { Length: > 0 })
            {
                result.AddError($"{name} takes either numbers or --all.");
            }
        });
        order.SetAction((command, cancellationToken) => AskAsync(
            command, (client, parsed, token) => HandleAsync(client, name, parsed, token), cancellationToken));
        return order;
    }

    private static async Task<int> AskAsync(
        ParseResult command, Func<DeadLetterClient, ParseResult, CancellationToken, Task> askAsync, CancellationToken cancellationToken)
    {
        if (ApiAddress.Of(command.GetRequiredValue(To)) is not { } api)
        {
            await Console.Error.WriteLineAsync("--to takes an address such as http://127.0.0.1:7071.");
            return TrainingCommand.Refused;
        }

        var key = Environment.GetEnvironmentVariable(ApiClient.KeyVariable);
        using var connections = new SocketsHttpHandler { UseProxy = !api.IsLoopback };
        using var http = new HttpClient(connections);
        try
        {
            await askAsync(new DeadLetterClient(http, api, string.IsNullOrEmpty(key) ? null : key), command, cancellationToken);
            return 0;
        }
        catch (ApiException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task ListAsync(DeadLetterClient client, ParseResult command, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> sources = command.GetValue(OneSource) is { } one ? [one] : ConversationFlow.Topology.Sources;
        foreach (var source in sources)
        {
            var letters = await client.ListAsync(source, cancellationToken).ToListAsync(cancellationToken);
            DeadLetterScreen.List(AnsiConsole.Console, source, letters);
        }
    }

    private static async Task ShowAsync(DeadLetterClient client, ParseResult command, CancellationToken cancellationToken)
    {
        var letter = await client.ShowAsync(command.GetRequiredValue(Source), command.GetValue(Number), cancellationToken);
        DeadLetterScreen.Show(AnsiConsole.Console, letter);
    }

    private static async Task HandleAsync(DeadLetterClient client, string order, ParseResult command, CancellationToken cancellationToken)
    {
        var source = command.GetRequiredValue(Source);
        // All that are there now, found first: one that comes straight back is not handled again.
        IReadOnlyList<long> numbers = command.GetValue(All)
            ? await client.ListAsync(source, cancellationToken).Select(NumberOf).ToListAsync(cancellationToken)
            : command.GetValue(Numbers)!;
        var handled = await client.HandleAsync(order, source, numbers, cancellationToken);
        AnsiConsole.Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{(order == "purge" ? "Purged" : "Replayed")} {handled} of {numbers.Count}."));
    }

    private static long NumberOf(JsonElement letter) => letter.GetProperty("number").GetInt64();
}
