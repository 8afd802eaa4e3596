using System.CommandLine;
using System.Runtime.CompilerServices;
using Pipeline.Routing;
using Pipeline.Sqlite;
using Pipeline.Training.Api;
using Pipeline.Training.Rescoring;
using Pipeline.Training.Routing;
using Pipeline.Transcripts;
using Spectre.Console;

namespace Pipeline.Training.BackTesting;

/// <summary>
/// The command <c>backtest</c>: runs rules of routing over stored or recorded conversations and says which decisions would be others, and why.
/// It changes nothing.
/// </summary>
internal static class BackTestCommand
{
    private const int DefaultDays = 30;

    private static readonly Option<FileInfo> Rules = new("--rules") { Description = "The new rules: a file of JSON (docs/routing.md).", Required = true };

    private static readonly Option<string[]> Data = new("--data")
    {
        Description = "Conversations: files of recorded ones or of labelled cases (JSON Lines, gzipped or not); the data folder of a local host that does "
            + $"not run; or the address of a running host, whose key comes from the variable {ApiClient.KeyVariable}.",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<FileInfo?> Against = new("--against")
    {
        Description = "The old rules. Default: those that come with the program; for a host or its folder what was decided and is stored.",
    };

    private static readonly Option<int> Examples = new("--examples")
    {
        Description = "How many examples are shown.",
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Ends with one line of JSON." };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("backtest", "Says which routing decisions new rules would change, and why. Changes nothing.")
        {
            Rules, Data, Against, RescoreOptions.Since, RescoreOptions.Until, Examples, Json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Data) is { Tokens: var tokens }
                && tokens.Select(token => IsHistory(token.Value)).Distinct().Count() > 1)
            {
                result.AddError("backtest reads either files, or a data folder or a host.");
            }
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var rules = RulesFile.Read(parsed.GetRequiredValue(Rules));
        var places = parsed.GetRequiredValue(Data);
        var old = parsed.GetValue(Against) is { } file ? RulesFile.Read(file) : IsHistory(places[0]) ? null : RoutingSeed.ReadRules();
        var tally = new BackTestTally(old, rules, parsed.GetValue(Examples));
        try
        {
            foreach (var place in places)
            {
                await foreach (var conversation in ReadAsync(parsed, place, cancellationToken))
                {
                    tally.Add(conversation);
                }
            }
        }
        catch (DataFolderException exception)
        {
            await Console.Error.WriteLineAsync($"{exception.Message} A host that runs is asked by its address.");
            return TrainingCommand.Refused;
        }
        catch (ApiException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }

        BackTestScreen.Show(AnsiConsole.Console, tally);
        if (parsed.GetValue(Json))
        {
            Console.WriteLine(BackTestJson.Write(tally));
        }

        return 0;
    }

    private static bool IsHistory(string place) => ApiAddress.Of(place) is not null || Directory.Exists(place);

    private static IAsyncEnumerable<DecidedConversation> ReadAsync(ParseResult parsed, string place, CancellationToken cancellationToken)
    {
        var until = parsed.GetValue(RescoreOptions.Until) ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var since = parsed.GetValue(RescoreOptions.Since) ?? until.AddDays(1 - DefaultDays);
        return since > until ? throw new InvalidDataException("--since is after --until.")
            : ApiAddress.Of(place) is { } api ? OfHostAsync(api, since, until, cancellationToken)
            : Directory.Exists(place) ? OfFolderAsync(place, since, until, cancellationToken)
            : RecordedCases.Read(place).ToAsyncEnumerable();
    }

    private static async IAsyncEnumerable<DecidedConversation> OfFolderAsync(
        string folder, DateOnly since, DateOnly until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(folder, "tables.db")))
        {
            throw new InvalidDataException($"{folder} is no data folder of a local host: it holds no tables.db.");
        }

        using var held = DataFolder.Open(folder);
        await using var tables = new SqliteTables(held);
        await foreach (var conversation in new StoredCases(new TablesConversations(new TranscriptReader(tables))).ReadAsync(since, until, cancellationToken))
        {
            yield return conversation;
        }
    }

    private static async IAsyncEnumerable<DecidedConversation> OfHostAsync(
        Uri api, DateOnly since, DateOnly until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = Environment.GetEnvironmentVariable(ApiClient.KeyVariable);
        using var connections = new SocketsHttpHandler { UseProxy = !api.IsLoopback };
        using var http = new HttpClient(connections);
        var client = new ApiClient(http, api, string.IsNullOrEmpty(key) ? null : key);
        await foreach (var conversation in new StoredCases(new HostConversations(client, TimeProvider.System)).ReadAsync(since, until, cancellationToken))
        {
            yield return conversation;
        }
    }
}
