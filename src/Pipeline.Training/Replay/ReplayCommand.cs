using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using Pipeline.Replay;
using Pipeline.Training.Simulation;
using Spectre.Console;

namespace Pipeline.Training.Replay;

/// <summary>The command <c>replay</c>: plays a file of conversations through the webhook of a running host.</summary>
public static class ReplayCommand
{
    private const string SecretVariable = "PIPELINE_WEBHOOK_SECRET";

    private static readonly Argument<string> File = new("file")
    {
        Description = "The conversations: .jsonl or .jsonl.gz.",
    };

    private static readonly Option<string> To = new("--to")
    {
        Description = "The host, such as http://127.0.0.1:7071, or the whole address of the webhook.",
        Required = true,
    };

    private static readonly Option<string?> Secret = new("--secret")
    {
        Description = $"The webhook's secret (whsec_...). Better set the variable {SecretVariable}: arguments show in process lists.",
    };

    private static readonly Option<string> Account = new("--account")
    {
        Description = "The account of the generic platform.",
        DefaultValueFactory = _ => "demo",
    };

    private static readonly Option<double?> Rate = new("--rate")
    {
        Description = "The most webhooks a second. Default: no limit.",
        CustomParser = argument => Positive<double>(argument, "a number"),
    };

    private static readonly Option<int> Parallelism = new("--parallelism")
    {
        Description = "How many conversations are open at once.",
        DefaultValueFactory = _ => 16,
        CustomParser = argument => Positive<int>(argument, "a whole number") ?? 0,
    };

    private static readonly Option<ReplayPace> Pace = new("--pace")
    {
        Description = "The pauses within a conversation: none, or recorded.",
        DefaultValueFactory = _ => ReplayPace.None,
    };

    private static readonly Option<int?> Limit = new("--limit")
    {
        Description = "Play only the first so many conversations.",
        CustomParser = argument => Positive<int>(argument, "a whole number"),
    };

    private static readonly Option<string?> Run = new("--run")
    {
        Description = "Names the run: the same name again sends the same messages again. Default: the present time.",
    };

    private static readonly Option<ChaosOptions?> Chaos = new("--chaos")
    {
        Description = "Play on a simulated platform, through a network that loses, repeats, delays and reorders webhooks, and compare what "
            + "was stored with the truth: drop=30,repeat=30,delay=10,reorder=30,seed=1 (percent; these are the defaults). The host must "
            + "know the platform: start it with --platform http://127.0.0.1:7072.",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = ParseChaos,
        HelpName = "rates",
    };

    private static readonly Option<int> PlatformPort = new("--platform-port")
    {
        Description = "The port on this machine where the simulated platform listens.",
        DefaultValueFactory = _ => 7072,
        CustomParser = argument => Positive<int>(argument, "a port") ?? 0,
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("replay", "Plays a file of conversations through the webhook and tells how fast it was taken.")
        {
            File, To, Secret, Account, Rate, Parallelism, Pace, Limit, Run, Chaos, PlatformPort,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        if (ReplayAddress.Of(command.GetRequiredValue(To), command.GetRequiredValue(Account)) is not { } address)
        {
            return await RefuseAsync("--to takes an address such as http://127.0.0.1:7071.");
        }

        var secret = command.GetValue(Secret) ?? Environment.GetEnvironmentVariable(SecretVariable);
        if (string.IsNullOrEmpty(secret))
        {
            return await RefuseAsync($"The webhook's secret is not known: set {SecretVariable}, or give --secret.");
        }

        var conversations = await ReadAsync(command.GetRequiredValue(File), command.GetValue(Limit), cancellationToken);
        var options = new ReplayOptions(
            command.GetValue(Run) ?? clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture),
            command.GetValue(Parallelism),
            command.GetValue(Rate),
            command.GetValue(Pace));
        using var connections = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = options.Parallelism,
            UseProxy = !address.IsLoopback,
        };
        using var http = new HttpClient(connections) { Timeout = TimeSpan.FromSeconds(30) };
        GenericWebhookClient client;
        try
        {
            client = new GenericWebhookClient(http, address, secret, clock);
        }
        catch (FormatException exception)
        {
            return await RefuseAsync(exception.Message);
        }

        if (command.GetResult(Chaos) is not null)
        {
            var chaos = new ChaosPlay(client, http, address, command.GetRequiredValue(Account), secret, clock);
            return await chaos.RunAsync(
                conversations, command.GetValue(Chaos) ?? new ChaosOptions(), options, command.GetValue(PlatformPort), cancellationToken);
        }

        var run = new ReplayRun(client, options, clock);
        var report = await ReplayScreen.ShowAsync(
            AnsiConsole.Console, conversations, progress => run.PlayAsync(conversations, progress, cancellationToken));
        return report.Errors.Count == 0 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<RecordedConversation>> ReadAsync(
        string path, int? limit, CancellationToken cancellationToken) =>
        await ConversationFile.ReadAsync(path, cancellationToken).Take(limit ?? int.MaxValue).ToListAsync(cancellationToken);

    private static ChaosOptions? ParseChaos(ArgumentResult argument)
    {
        try
        {
            return ChaosOptions.Parse(string.Join(',', argument.Tokens.Select(token => token.Value)));
        }
        catch (FormatException exception)
        {
            argument.AddError($"--chaos: {exception.Message}");
            return null;
        }
    }

    private static T? Positive<T>(ArgumentResult argument, string kind)
        where T : struct, INumber<T>
    {
        var text = argument.Tokens[0].Value;
        if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > T.Zero && T.IsFinite(value))
        {
            return value;
        }

        argument.AddError($"{(argument.Parent as OptionResult)?.Option.Name} takes {kind} above 0.");
        return null;
    }

    private static async Task<int> RefuseAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return TrainingCommand.Refused;
    }
}
