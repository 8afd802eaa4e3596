using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Pipeline.Replay;

namespace Pipeline.EndToEnd;

public sealed class TelemetryTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Traces_and_metrics_go_where_the_standard_variables_say()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        var received = new ConcurrentDictionary<string, string>();
        await using var collector = await CollectorAsync(received);
        await using var host = await LocalHostProcess.StartAsync(Cancelled, environment: Export(collector.Urls.First()));
        var conversation = await ConversationFile
            .ReadAsync(Path.Combine(AppContext.BaseDirectory, "Data", "conversations.fr.jsonl"), Cancelled).FirstAsync(Cancelled);
        var startedAt = TimeProvider.System.GetUtcNow() - conversation.Duration;
        await host.SendAsync(ReplayScript.Write(conversation, "c-1", startedAt).Take(1), Cancelled);

        await host.UntilAsync(
            () => Task.FromResult(Has(received, "/v1/traces", "capture") && Has(received, "/v1/metrics", "pipeline.webhook.accepted")), Cancelled);

        Assert.Contains("capture", received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("desk-of-tests", received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("pipeline.queue.depth", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("pipeline.webhook.accepted", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.DoesNotContain(conversation.Turns[0].Text, string.Concat(received.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_is_away_does_not_hold_the_stop()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        await using var host = await LocalHostProcess.StartAsync(Cancelled, environment: Export("http://127.0.0.1:9"));

        var (exitCode, took) = await host.TerminateAsync(Cancelled);

        Assert.Equal(0, exitCode);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static Dictionary<string, string> Export(string endpoint) => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_SERVICE_NAME"] = "desk-of-tests",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
    };

    private static bool Has(ConcurrentDictionary<string, string> received, string path, string name) =>
        received.TryGetValue(path, out var text) && text.Contains(name, StringComparison.Ordinal);

    /// <summary>Keeps what is posted, by path. Names stand readable in the binary form.</summary>
    private static async Task<WebApplication> CollectorAsync(ConcurrentDictionary<string, string> received)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var text = Encoding.UTF8.GetString(body.ToArray());
            received.AddOrUpdate(context.Request.Path, text, (_, before) => before + text);
        });
        await collector.StartAsync(Cancelled);
        return collector;
    }
}
