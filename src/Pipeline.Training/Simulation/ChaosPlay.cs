using Microsoft.AspNetCore.Connections;
using Pipeline.Replay;
using Pipeline.Training.Api;
using Pipeline.Training.Replay;
using Spectre.Console;

namespace Pipeline.Training.Simulation;

/// <summary>What the command <c>replay --chaos</c> does.</summary>
/// <param name="client">Sends the webhooks.</param>
/// <param name="http">The connection to the host.</param>
/// <param name="webhook">The webhook's address.</param>
/// <param name="account">The account of the generic platform.</param>
/// <param name="secret">Its secret.</param>
/// <param name="clock">The clock.</param>
internal sealed class ChaosPlay(
    GenericWebhookClient client, HttpClient http, Uri webhook, string account, string secret, TimeProvider clock)
{
    // What all addresses of webhooks end in.
    private const string WebhooksFolder = "webhooks/";

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        IReadOnlyList<RecordedConversation> conversations,
        ChaosOptions chaos,
        ReplayOptions options,
        int port,
        CancellationToken cancellationToken)
    {
        try
        {
            var key = Environment.GetEnvironmentVariable(ApiClient.KeyVariable);
            var api = new ApiClient(http, ApiFolder(), string.IsNullOrEmpty(key) ? null : key);
            await using var platform = await PlatformSimulator.StartAsync(secret, clock, port, cancellationToken);
            using var expected = new ExpectedTranscripts(account, secret, clock);
            var run = new ChaosRun(platform, client, api, new StoredTranscripts(api, account, expected), account, clock);
            var report = await run.PlayAsync(conversations, chaos, options.Run, options.Parallelism, cancellationToken);
            ChaosScreen.Print(AnsiConsole.Console, report);
            return report.Holds ? 0 : 1;
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            return await RefuseAsync(
                $"Another program listens on port {port}, where the simulated platform should; choose another with --platform-port.",
                TrainingCommand.Refused);
        }
        catch (ApiException exception)
        {
            return await RefuseAsync(exception.Message, 1);
        }
    }

    private Uri ApiFolder()
    {
        var path = webhook.AbsolutePath;
        var end = path.LastIndexOf(WebhooksFolder, StringComparison.Ordinal);
        return new Uri(webhook, end < 0 ? "/api/" : path[..end]);
    }

    private static async Task<int> RefuseAsync(string message, int exitCode)
    {
        await Console.Error.WriteLineAsync(message);
        return exitCode;
    }
}
