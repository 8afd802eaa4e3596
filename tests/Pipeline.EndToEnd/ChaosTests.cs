using System.Globalization;

namespace Pipeline.EndToEnd;

/// <summary>The tool's simulated platform behind a host of its own process: what a bad network loses must come back.</summary>
public sealed class ChaosTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("conversations.fr.jsonl", "drop=30,repeat=30,delay=10,reorder=30,seed=1")]
    [InlineData("conversations.en.jsonl", "drop=10,repeat=0,delay=0,reorder=0,seed=2")]
    public async Task What_the_network_loses_comes_back_and_the_transcripts_are_the_truth(string file, string rates)
    {
        var port = FreePort.Find();
        await using var host = await LocalHostProcess.StartAsync(
            Cancelled, arguments: ["--platform", $"http://127.0.0.1:{port}"]);

        var (exitCode, output, error) = await PlayAsync(host, file, rates, port);

        Assert.True(exitCode == 0, $"{output}\n{error}\n{host.Output}");
        var lost = Figure(output, "happenings lost on the way");
        Assert.True(lost > 0, "Nothing was lost: that shows nothing.");
        Assert.Equal((lost, lost), (Figure(output, "found by the sweep"), Figure(output, "saved only by the sweep")));
        Assert.True(Figure(output, "callbacks taken") > 0, output);
    }

    [Fact]
    public async Task A_host_that_reads_no_history_is_told_what_it_lacks()
    {
        await using var host = await LocalHostProcess.StartAsync(Cancelled);

        var (exitCode, _, error) = await PlayAsync(host, "conversations.fr.jsonl", "seed=1", FreePort.Find());

        Assert.Equal(1, exitCode);
        Assert.Contains("start it with --platform http://127.0.0.1:", error, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Error)> PlayAsync(
        LocalHostProcess host, string file, string rates, int port) => HostProgram.RunAsync(
            HostProgram.Training,
            [
                "replay", Path.Combine(AppContext.BaseDirectory, "Data", file),
                "--to", host.Http.BaseAddress!.AbsoluteUri,
                "--chaos", rates,
                "--platform-port", $"{port}",
            ],
            new Dictionary<string, string> { ["PIPELINE_WEBHOOK_SECRET"] = host.Secret },
            Cancelled);

    private static int Figure(string output, string what)
    {
        var line = output.Split('\n').Single(candidate => candidate.Contains(what, StringComparison.Ordinal));
        var figure = line[(line.IndexOf(what, StringComparison.Ordinal) + what.Length)..].Where(char.IsAsciiDigit);
        return int.Parse(string.Concat(figure), CultureInfo.InvariantCulture);
    }
}
