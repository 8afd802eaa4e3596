using System.Diagnostics;
using System.Globalization;
using Pipeline.Ports;
using Pipeline.Sqlite;
using Pipeline.Transcripts.Search;
using Pipeline.Transcripts.Search.Upkeep;

namespace Pipeline.Benchmarks.Search;

/// <summary>
/// Searches over the embedded tables while they grow: the first page of 100 for words of each frequency, its time, and how many rows it read. The
/// conversations go through the real projection and the real upkeep.
/// </summary>
internal sealed class SearchBenchmark(int conversations, int repetitions)
{
    private const int Round = 1_000;
    private const int AtOnce = 250;
    private const int Page = 100;

    private static readonly int[] Sizes = [2_000, 10_000, 50_000, 200_000];

    private static readonly (string Name, string Text, bool Oldest)[] Questions =
    [
        ("frequent (40 %)", "facture", false),
        ("frequent, the oldest 2 %", "facture", true),
        ("medium (1 %)", "décodeur", false),
        ("rare (1 in 10,000)", "rarissime", false),
        ("phrase (5 %)", "\"pas de réseau\"", false),
        ("phrase of frequent words (1 in 1,000)", "\"rouge ligne\"", false),
        ("two words (0.4 %)", "facture décodeur", false),
        ("two words (1 in 10,000)", "décodeur antenne", false),
        ("frequent, not frequent", "facture -ligne", false),
        ("beginning", "factur*", false),
        ("in:customer (0)", "décodeur in:customer", false),
        ("no match", "inexistant", false),
        ("no match of two", "facture inexistant", false),
    ];

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"pipeline-search-{Environment.ProcessId}");
        try
        {
            using var folder = DataFolder.Open(path);
            await using var sqlite = new SqliteTables(folder);
            var tables = new CountingTables(sqlite);
            using var upkeep = new TranscriptSearchUpkeep(tables, TimeProvider.System);
            var watch = Stopwatch.StartNew();
            for (var number = 0; number < conversations; number += Round)
            {
                await CloseAsync(tables, number, cancellationToken);
                await upkeep.MaintainAsync(cancellationToken);
                if (Sizes.Contains(number + Round) || number + Round >= conversations)
                {
                    watch.Stop();
                    await ReportAsync(tables, number + Round, watch.Elapsed, Bytes(path), cancellationToken);
                    watch.Start();
                }
            }

            return 0;
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }

    // As they close: not quite in the order in which they began, some once more with the same words, a few with others.
    private async Task CloseAsync(ITables tables, int first, CancellationToken cancellationToken)
    {
        var projection = new SearchProjection(tables);
        var random = new Random(first);
        var numbers = Enumerable.Range(first, Math.Min(Round, conversations - first)).ToArray();
        random.Shuffle(numbers);
        var records = numbers.Select(number => (number, edition: 0))
            .Concat(Enumerable.Range(0, first == 0 ? 0 : 20).Select(_ => (number: random.Next(Math.Max(0, first - 5_000), first), edition: 0)))
            .Concat(Enumerable.Range(0, first == 0 ? 0 : 10).Select(_ => (number: random.Next(Math.Max(0, first - 5_000), first), edition: 1)));
        foreach (var chunk in records.Chunk(AtOnce))
        {
            await Task.WhenAll(chunk.Select(pair => projection.ProjectAsync(
                SyntheticConversations.Record(pair.number, conversations, pair.edition), cancellationToken)));
        }
    }

    private async Task ReportAsync(CountingTables tables, int size, TimeSpan elapsed, long bytes, CancellationToken cancellationToken)
    {
        Print($"""

            ## {size:N0} conversations, {size * SyntheticConversations.Messages:N0} messages

            Closed and worked in within {elapsed.TotalSeconds:N0} s; {bytes / 1024.0 / 1024:N0} MiB on disk; transactions a conversation: {(double)tables.Reads / size:N2} reads, {(double)tables.Writes / size:N2} writes.

            | query | matches on the page | rows read | p50, ms | p95, ms | processor, ms |
            | --- | --- | --- | --- | --- | --- |
            """);
        var index = new TranscriptSearchIndex(tables);
        foreach (var (name, text, oldest) in Questions)
        {
            var search = new TranscriptSearch(
                index.Parse(text), Before: oldest ? SyntheticConversations.StartedAt(size / 50, conversations) : null);
            var times = new List<double>();
            var page = await index.SearchAsync(search, Page, null, cancellationToken);
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            for (var repetition = 0; repetition < repetitions; repetition++)
            {
                var started = Stopwatch.GetTimestamp();
                page = await index.SearchAsync(search, Page, null, cancellationToken);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            var busy = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / repetitions;
            times.Sort();
            Print($"| {name} | {page.Matches.Count} | {page.RowsRead} | {times[times.Count / 2]:N1} | {times[(int)(times.Count * 0.95)]:N1} | {busy:N1} |");
        }
    }

    private static long Bytes(string path) => new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
