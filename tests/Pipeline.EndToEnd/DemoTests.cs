using System.Net.ServerSentEvents;

namespace Pipeline.EndToEnd;

public sealed class DemoTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demo_moves_the_live_page_within_seconds()
    {
        await using var host = await LocalHostProcess.StartAsync(Cancelled, arguments: ["--demo", "--speed", "50"]);
        await using var stream = await host.Http.GetStreamAsync("/api/events", Cancelled);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(30));

        var change = await SseParser.Create(stream).EnumerateAsync(patience.Token)
            .FirstAsync(message => message.EventType == "changed", patience.Token);

        Assert.Contains("generic~demo~", change.Data, StringComparison.Ordinal);
    }
}
