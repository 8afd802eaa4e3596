using System.Globalization;
using System.Text;
using System.Text.Json;
using Pipeline.Benchmarks.Processes;

namespace Pipeline.Benchmarks.Quality;

/// <summary>Asks a host as a process what quality teams ask, and exports everything.</summary>
internal sealed class QualityMeasure(string folder, int repetitions)
{
    private const int TailBytes = 4096;

    private readonly TimeProvider _clock = TimeProvider.System;

    /// <summary>Each question, asked one after the other; then an export, each of a host that has just started.</summary>
    public async Task RunAsync(int conversations, CancellationToken cancellationToken)
    {
        await using (var host = await HostProcess.StartAsync(folder, cancellationToken))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"## {conversations} conversations, {conversations * ConversationMaker.Messages} messages"));
            Console.WriteLine();
            Console.WriteLine("| question | found by | conversations | rows read, median | most | p50 ms | p95 ms | limit |");
            Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
            using var http = Client(host);
            foreach (var question in QualityQuestions.All)
            {
                Console.WriteLine(await AskAsync(http, question, cancellationToken));
            }
        }

        Console.WriteLine();
        Console.WriteLine("| export | rows | seconds | rows/s | bytes | host's peak memory, MiB |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (rows, format, query) in Exports(conversations))
        {
            await using var host = await HostProcess.StartAsync(folder, cancellationToken);
            using var http = Client(host);
            Console.WriteLine(await ExportAsync(http, host, $"{rows} as {format}", $"transcripts/export?format={format}&rows={rows}{query}", cancellationToken));
        }

        Console.WriteLine();
    }

    // All conversations; of messages, those of some months, for the whole of them is but longer.
    private static IEnumerable<(string Rows, string Format, string Query)> Exports(int conversations)
    {
        yield return ("conversations", "csv", "");
        yield return ("conversations", "ndjson", "");
        var from = conversations > 50_000 ? $"&from={ConversationMaker.End.AddDays(-90):yyyy-MM-dd}" : "";
        yield return ("messages", "csv", from);
    }

    private static HttpClient Client(HostProcess host) => new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = new Uri(host.Address, "/api/"),
        Timeout = TimeSpan.FromMinutes(30),
    };

    private async Task<string> AskAsync(HttpClient http, QualityQuestion question, CancellationToken cancellationToken)
    {
        var random = new Random(1);
        var times = new List<double>();
        var read = new List<long>();
        var (found, facet) = (0, "");

        // The first two warm up: code is compiled, and pages of the file are read that any later question of this kind meets too.
        for (var repetition = -2; repetition < repetitions; repetition++)
        {
            var started = _clock.GetTimestamp();
            using var response = await http.GetAsync(question.Address(random), cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var took = _clock.GetElapsedTime(started).TotalMilliseconds;
            if (!response.IsSuccessStatusCode)
            {
                return $"| {question.Name} | {(int)response.StatusCode}: {Encoding.UTF8.GetString(body)} | | | | | | |";
            }

            if (repetition >= 0)
            {
                using var page = JsonDocument.Parse(body);
                times.Add(took);
                read.Add(page.RootElement.GetProperty("rowsRead").GetInt64());
                found += page.RootElement.GetProperty("conversations").GetArrayLength();
                facet = page.RootElement.TryGetProperty("facet", out var by) ? by.GetString() : "";
            }
        }

        times.Sort();
        read.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {question.Name} | {facet} | {(double)found / repetitions:F0} | {read[read.Count / 2]} | {read[^1]} | {At(times, 0.5):F1} | {At(times, 0.95):F1} | {question.Limit:F0} |");
    }

    private async Task<string> ExportAsync(HttpClient http, HostProcess host, string name, string address, CancellationToken cancellationToken)
    {
        var (rows, bytes, after) = (0L, 0L, "");
        var started = _clock.GetTimestamp();
        var buffer = new byte[1 << 18];
        for (var before = -1L; rows > before;)
        {
            before = rows;
            var tail = "";
            using var response = await http.GetAsync($"{address}&header=false{after}", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            response.EnsureSuccessStatusCode();
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                bytes += read;
                rows += buffer.AsSpan(0, read).Count((byte)'\n');
                tail = (read < TailBytes ? tail : "") + Encoding.UTF8.GetString(buffer.AsSpan(Math.Max(0, read - TailBytes), Math.Min(read, TailBytes)));
            }

            // The position ends the last row: letters, digits, minus and underscore.
            var last = tail.TrimEnd('\r', '\n', '}', '"');
            after = $"&after={last[(last.LastIndexOfAny([',', '"']) + 1)..]}";
        }

        var seconds = _clock.GetElapsedTime(started).TotalSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {rows} | {seconds:F1} | {rows / seconds:F0} | {bytes} | {host.Process.PeakBytes / 1048576} |");
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
