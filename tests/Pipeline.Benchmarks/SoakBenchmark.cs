using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Pipeline.Benchmarks.Load;
using Pipeline.Benchmarks.Processes;

namespace Pipeline.Benchmarks;

/// <summary>
/// Sends messages until there were so many, and after each stretch of a minute tells the memory of the host and how long queries take: both
/// must stay what they were.
/// </summary>
internal sealed class SoakBenchmark(long messages, double rate, LoadShape shape)
{
    private const int StretchSeconds = 60;
    private const int Queries = 50;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var host = await HostProcess.StartAsync(cancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = host.Address };
        Console.WriteLine("| messages | conversations | messages/s | memory MiB | most so far MiB | list ms | conversation ms | tables.db MiB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        var (sent, conversations) = (0L, 0L);
        string? oldest = null;
        while (sent < messages)
        {
            var load = await LoadProcess.RunAsync(
                new Uri(host.Address, "/api/webhooks/generic/demo"), host.SecretFile, StretchSeconds, shape, rate, cancellationToken);
            await host.DrainAsync(cancellationToken);
            if (load.Refused > 0)
            {
                throw new InvalidOperationException($"{load.Refused} webhooks were refused.");
            }

            (sent, conversations) = (sent + load.Accepted, conversations + load.Conversations);
            oldest ??= await FirstConversationAsync(http, cancellationToken);
            var list = await TimeAsync(http, "/api/transcripts", cancellationToken);
            var conversation = await TimeAsync(http, $"/api/conversations/{Uri.EscapeDataString(oldest)}", cancellationToken);
            var tables = new FileInfo(Path.Combine(host.Folder, "tables.db")).Length;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {sent} | {conversations} | {load.Accepted / load.Seconds:F0} | {Mebibytes(host.Process.Bytes)} "
                + $"| {Mebibytes(host.Process.PeakBytes)} | {list:F1} | {conversation:F1} | {Mebibytes(tables)} |"));
        }

        await host.Process.StopAsync(cancellationToken);
    }

    // The median of some: one query may meet a checkpoint.
    private static async Task<double> TimeAsync(HttpClient http, string address, CancellationToken cancellationToken)
    {
        var times = new List<double>(Queries);
        for (var query = 0; query < Queries; query++)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(address, cancellationToken);
            answer.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return times[Queries / 2];
    }

    private static async Task<string> FirstConversationAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var page = JsonDocument.Parse(await http.GetByteArrayAsync("/api/transcripts", cancellationToken));
        return page.RootElement.GetProperty("conversations")[0].GetProperty("key").GetString()!;
    }

    private static string Mebibytes(long bytes) => (bytes / 1048576.0).ToString("F0", CultureInfo.InvariantCulture);
}
