using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Pipeline.Training.Api;
using Pipeline.Training.Corpus;
using Pipeline.Training.Rescoring;
using Spectre.Console;

namespace Pipeline.Training.Corrections;

/// <summary>The command <c>corrections</c>: writes what persons corrected as labelled messages, for the command <c>train</c>.</summary>
internal static class CorrectionsCommand
{
    private const int PageSize = 100;

    private static readonly Option<string> To = new("--to")
    {
        Description = $"The host, such as http://127.0.0.1:7071, or its API's folder. An access key comes from the variable {ApiClient.KeyVariable}.",
        Required = true,
    };

    private static readonly Option<FileInfo> Out = new("--out")
    {
        Description = "The file to write, JSON Lines as the corpus has them. In a folder of its own, train takes it with --corrections.",
        Required = true,
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("corrections", "Writes what persons corrected as labelled messages to train from.") { To, Out };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (ApiAddress.Of(parsed.GetRequiredValue(To)) is not { } api)
        {
            await Console.Error.WriteLineAsync("--to takes an address such as http://127.0.0.1:7071.");
            return TrainingCommand.Refused;
        }

        var key = Environment.GetEnvironmentVariable(ApiClient.KeyVariable);
        using var connections = new SocketsHttpHandler { UseProxy = !api.IsLoopback };
        using var http = new HttpClient(connections);
        try
        {
            var client = new ApiClient(http, api, string.IsNullOrEmpty(key) ? null : key);
            var (messages, conversations) = await WriteAsync(client, parsed.GetRequiredValue(Out), cancellationToken);
            AnsiConsole.Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{messages} corrected messages of {conversations} conversations."));
            return 0;
        }
        catch (ApiException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task<(int Messages, int Conversations)> WriteAsync(ApiClient client, FileInfo file, CancellationToken cancellationToken)
    {
        var stored = new HostConversations(client, TimeProvider.System);
        var (messages, conversations) = (0, 0);
        file.Directory?.Create();
        await using var writer = new StreamWriter(file.FullName);
        var next = "";
        do
        {
            var page = await client.GetAsync(string.Create(CultureInfo.InvariantCulture, $"review/corrections?limit={PageSize}{next}"), cancellationToken);
            foreach (var conversation in page.GetProperty("conversations").EnumerateArray())
            {
                if (await stored.ReadAsync(conversation.GetString()!, cancellationToken) is not { } transcript)
                {
                    continue;
                }

                conversations++;
                foreach (var row in CorrectedLines.Of(transcript))
                {
                    await writer.WriteLineAsync(JsonSerializer.Serialize(row, CorpusJson.Default.CorpusRow).AsMemory(), cancellationToken);
                    messages++;
                }
            }

            next = page.TryGetProperty("continuation", out var continuation) ? $"&continuation={Uri.EscapeDataString(continuation.GetString()!)}" : null;
        }
        while (next is not null);
        return (messages, conversations);
    }
}
