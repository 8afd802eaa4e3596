using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Pipeline.Benchmarks.Scoring;

/// <summary>AFINN in JavaScript (npm: sentiment 5.0.2), run through Node where both are to be had.</summary>
internal static class JavaScript
{
    private const string Package = "sentiment@5.0.2";

    /// <summary>Messages a second; null with the reason when it cannot be measured.</summary>
    public static async Task<(double? Rate, string? Reason)> MeasureAsync(
        IReadOnlyList<string> messages, int seconds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-afinn-").FullName;
        try
        {
            var file = Path.Combine(folder, "messages.json");
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(messages), cancellationToken);
            if (await RunAsync("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", Package], folder, cancellationToken) is null)
            {
                return (null, $"npm could not install {Package}");
            }

            var script = Path.Combine(AppContext.BaseDirectory, "Scoring", "afinn.cjs");
            var printed = await RunAsync("node", [script, file, seconds.ToString(CultureInfo.InvariantCulture)], folder, cancellationToken);
            return double.TryParse(printed, CultureInfo.InvariantCulture, out var rate) ? (rate, null) : (null, "node could not run it");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string?> RunAsync(string program, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NODE_PATH"] = Path.Combine(folder, "node_modules");
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var printed = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            await errors;
            return process.ExitCode == 0 ? printed : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
