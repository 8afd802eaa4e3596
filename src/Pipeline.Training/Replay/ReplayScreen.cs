using System.Globalization;
using Pipeline.Replay;
using Spectre.Console;

namespace Pipeline.Training.Replay;

/// <summary>Shows a replay in the terminal: a bar while it runs, a table at the end.</summary>
internal static class ReplayScreen
{
    public static async Task<ReplayReport> ShowAsync(
        IAnsiConsole console,
        IReadOnlyList<RecordedConversation> conversations,
        Func<IProgress<RecordedConversation>, Task<ReplayReport>> playAsync)
    {
        ProgressColumn[] columns =
            [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()];
        var report = await console.Progress().Columns(columns).StartAsync(context =>
        {
            var bar = context.AddTask($"{conversations.Count} conversations", maxValue: Math.Max(1, conversations.Count));
            return playAsync(new Bar(bar));
        });
        Print(console, report);
        return report;
    }

    private static void Print(IAnsiConsole console, ReplayReport report)
    {
        var table = new Table().HideHeaders().AddColumns("what", "value");
        Row("conversations", $"{report.Conversations}");
        Row("webhooks accepted", $"{report.Accepted}");
        Row("throughput", $"{report.Throughput:0.0} webhooks/s over {report.Elapsed.TotalSeconds:0.0} s");
        var latency = report.Latency;
        Row("latency p50 / p95 / p99 / max", $"{Ms(latency.P50)} / {Ms(latency.P95)} / {Ms(latency.P99)} / {Ms(latency.Max)}");
        Row("retries", $"{report.Retries}");
        Row("errors", $"{report.Errors.Values.Sum()}");
        foreach (var (error, count) in report.Errors)
        {
            Row(string.Empty, $"{count} x {error}");
        }

        console.Write(table);

        void Row(string what, FormattableString value) =>
            table.AddRow(Markup.Escape(what), Markup.Escape(value.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Ms(TimeSpan time) => time.TotalMilliseconds.ToString("0.0 ms", CultureInfo.InvariantCulture);

    private sealed class Bar(ProgressTask task) : IProgress<RecordedConversation>
    {
        public void Report(RecordedConversation value) => task.Increment(1);
    }
}
