using System.Globalization;
using System.Text.Json;
using Pipeline.Benchmarks.Processes;

namespace Pipeline.Benchmarks.Load;

/// <summary>Runs a load generator as a process of its own.</summary>
internal static class LoadProcess
{
    /// <summary>Sends to a webhook.</summary>
    /// <param name="webhook">Its address.</param>
    /// <param name="secretFile">Where its secret is.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="shape">How the load is spread.</param>
    /// <param name="rate">Webhooks a second; 0 for as many as are answered.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<LoadResult> RunAsync(
        Uri webhook, string secretFile, int seconds, LoadShape shape, double rate, CancellationToken cancellationToken)
    {
        var run = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        await using var load = ChildProcess.StartOwn(
            "load", webhook.ToString(), secretFile, run, Text(seconds), Text(shape.Connections), Text(shape.Open), Text(rate));
        return JsonSerializer.Deserialize<LoadResult>(await load.ReadLineAsync(LoadResult.Line, cancellationToken))!;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
