using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Pipeline.Training.Api;
using Spectre.Console;

namespace Pipeline.Training.Reindexing;

/// <summary>
/// The command <c>reindex</c>: has a running host make the index of transcripts again, slice by slice, and says how far it is. After each slice it
/// tells how to go on from there.
/// </summary>
public static class ReindexCommand
{
    private static readonly Option<string> To = new("--to")
    {
        Description = $"The host, such as http://127.0.0.1:7071, or its API's folder. An administrator's key comes from the variable {ApiClient.KeyVariable}.",
        Required = true,
    };

    private static readonly Option<string?> From = new("--from") { Description = "Goes on where an earlier run was stopped: what it printed last." };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("reindex", "Makes the index of transcripts again from the conversations, while the host runs.") { To, From };
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
        var client = new ApiClient(http, api, string.IsNullOrEmpty(key) ? null : key);
        var continuation = parsed.GetValue(From);
        try
        {
            var (indexed, removed, failed) = (0, 0, 0);
            do
            {
                var slice = await client.PostAsync(Address(continuation), null, cancellationToken);
                indexed += Number(slice, "indexed");
                removed += Number(slice, "removed");
                failed += Number(slice, "failed");
                continuation = slice.TryGetProperty("continuation", out var next) ? next.GetString() : null;
                Say($"{indexed} indexed, {removed} removed, {failed} failed.{(continuation is null ? " Done." : $" To go on from here: --from {continuation}")}");
            }
            while (continuation is not null);
            return failed == 0 ? 0 : 1;
        }
        catch (ApiException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message + (continuation is null ? "" : $" To go on: --from {continuation}"));
            return 1;
        }
    }

    private static string Address(string? continuation) =>
        "transcripts/reindex" + (continuation is null ? "" : $"?continuation={Uri.EscapeDataString(continuation)}");

    private static int Number(JsonElement slice, string name) => slice.GetProperty(name).GetInt32();

    private static void Say(FormattableString text) => AnsiConsole.Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
