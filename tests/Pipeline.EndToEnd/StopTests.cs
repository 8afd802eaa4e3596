namespace Pipeline.EndToEnd;

public sealed class StopTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_host_stops_within_five_seconds_though_a_page_is_open()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        await using var host = await LocalHostProcess.StartAsync(Cancelled);
        using var page = await host.Http.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, Cancelled);

        var (exitCode, took) = await host.TerminateAsync(Cancelled);

        Assert.Equal(0, exitCode);
        Assert.InRange(took, TimeSpan.Zero, Limit);
        Assert.EndsWith("Stopped.", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_stops_within_five_seconds_while_it_plays_the_demo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        await using var host = await LocalHostProcess.StartAsync(Cancelled, arguments: ["--demo", "--speed", "100"]);

        var (exitCode, took) = await host.TerminateAsync(Cancelled);

        Assert.Equal(0, exitCode);
        Assert.InRange(took, TimeSpan.Zero, Limit);
    }
}
