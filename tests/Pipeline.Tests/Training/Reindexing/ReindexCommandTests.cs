using Pipeline.Tests.Web.Support;
using Pipeline.Training;

namespace Pipeline.Tests.Training.Reindexing;

// It writes on the one console there is.
[Collection("Console")]
public sealed class ReindexCommandTests
{
    private readonly WebFixture _fixture = new();

    [Fact]
    public async Task It_goes_on_until_all_is_done_and_says_how_far_it_is()
    {
        _fixture.Reindex.Slices.Enqueue(new(40, 0, 0, "second"));
        _fixture.Reindex.Slices.Enqueue(new(2, 1, 0, null));
        var (code, output, _) = await RunAsync();
        Assert.Equal(0, code);
        Assert.Equal([null, "second"], _fixture.Reindex.Asked);
        Assert.Contains("40 indexed, 0 removed, 0 failed. To go on from here: --from second", output, StringComparison.Ordinal);
        Assert.Contains("42 indexed, 1 removed, 0 failed. Done.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_on_where_an_earlier_run_was_stopped()
    {
        _fixture.Reindex.Slices.Enqueue(new(2, 0, 1, null));
        var (code, _, _) = await RunAsync("--from", "second");
        Assert.Equal(["second"], _fixture.Reindex.Asked);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task A_refusal_says_what_the_host_says()
    {
        var (code, _, error) = await RunAsync("--from", "made-up");
        Assert.Equal(1, code);
        Assert.Contains("continuation must be", error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] more)
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        var (output, error) = (Console.Out, Console.Error);
        using StringWriter written = new(), complained = new();
        Console.SetOut(written);
        Console.SetError(complained);
        try
        {
            return (await TrainingCommand.RunAsync(["reindex", "--to", host.Client.BaseAddress!.AbsoluteUri, .. more]), written.ToString().ReplaceLineEndings(" "), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
