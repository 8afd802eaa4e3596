namespace Pipeline.EndToEnd;

public sealed class ReplayTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "Data", "conversations.en.jsonl");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tool_plays_a_file_and_tells_how_fast_it_was_taken()
    {
        await using var host = await LocalHostProcess.StartAsync(Cancelled);

        var (exitCode, output, _) = await ReplayAsync(host, host.Secret, "--limit", "2", "--parallelism", "2");

        Assert.Equal(0, exitCode);
        Assert.All(["conversations", "webhooks/s", "p50", "errors"], part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Webhooks_that_are_refused_are_counted_and_fail_the_command()
    {
        await using var host = await LocalHostProcess.StartAsync(Cancelled);

        var (exitCode, output, _) = await ReplayAsync(host, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "--limit", "1");

        Assert.Equal(1, exitCode);
        Assert.Contains("401", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replay nowhere.jsonl --to http://127.0.0.1:1", "nowhere.jsonl")]
    [InlineData("replay nowhere.jsonl --to nowhere", "--to takes an address")]
    [InlineData("replay nowhere.jsonl --to http://127.0.0.1:1 --rate none", "--rate takes a number above 0")]
    [InlineData("replay nowhere.jsonl --to http://127.0.0.1:1 --chaos drop=x", "--chaos: drop is 'x'")]
    [InlineData("replay nowhere.jsonl", "--to")]
    public async Task Wrong_use_is_refused_in_one_line(string arguments, string what)
    {
        var (exitCode, _, error) = await HostProgram.RunAsync(
            HostProgram.Training,
            arguments.Split(' '),
            new Dictionary<string, string> { ["PIPELINE_WEBHOOK_SECRET"] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" },
            Cancelled);

        Assert.Equal(2, exitCode);
        Assert.Contains(what, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Error)> ReplayAsync(
        LocalHostProcess host, string secret, params string[] arguments) => HostProgram.RunAsync(
            HostProgram.Training,
            ["replay", File, "--to", host.Http.BaseAddress!.AbsoluteUri, .. arguments],
            new Dictionary<string, string> { ["PIPELINE_WEBHOOK_SECRET"] = secret },
            Cancelled);
}
