using System.Text.Json.Nodes;
using Pipeline.Training;

namespace Pipeline.Tests.Training.BackTesting;

// It shows tables on the one console there is.
[Collection("Console")]
public sealed class BackTestCommandTests : IDisposable
{
    private const string Rule =
        """{"name":"depth","when":{"signal":"technical_depth"},"weight":WEIGHT,"french":"pointu","english":"deep"}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-").FullName;

    public BackTestCommandTests()
    {
        Write("old.json", Rules("old", "1"));
        Write("new.json", Rules("new", "0.5"));
        Write(
            "cases.jsonl",
            """{"id":"c-1","language":"en","turns":[{"speaker":"customer","text":"Traceroute shows packet loss at the third hop, latency goes from 12 to 400 ms"},{"speaker":"agent","text":"I will look"},{"speaker":"customer","text":"thanks, my card is 4111 1111 1111 1111"}],"expected":{"hard":true,"skill":"technical"}}""",
            """{"id":"c-2","lang":"fr","turns":[{"speaker":"customer","text":"bonjour, merci"}]}""");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_decision_that_changes_is_told_with_its_cause_and_masked()
    {
        var (code, output, _) = await RunAsync("--rules", Place("new.json"), "--against", Place("old.json"), "--data", Place("cases.jsonl"), "--json");

        Assert.Equal(0, code);
        var report = JsonNode.Parse(output.TrimEnd().Split('\n')[^1])!;
        Assert.Equal(("old", "new"), ((string)report["against"]!, (string)report["rules"]!));
        Assert.Equal((2, 3, 2, 1), ((int)report["conversations"]!, (int)report["decisions"]!, (int)report["changed"]!, (int)report["conversationsChanged"]!));
        var hard = report["changes"]!.AsArray().Single(change => (string)change!["change"]! == "no longer hard")!;
        Assert.Equal(2, (int)hard["causes"]!["depth 1 → 0.5"]!);
        Assert.Equal((1, 1.0), ((int)report["right"]!["before"]!["cases"]!, (double)report["right"]!["before"]!["hardRight"]!));
        Assert.Equal(0.0, (double)report["right"]!["after"]!["hardRight"]!);
        Assert.Contains("c-1, message 3", output, StringComparison.Ordinal);
        Assert.DoesNotContain("4111", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_run_says_the_same()
    {
        string[] asked = ["--rules", Place("new.json"), "--data", Place("cases.jsonl"), "--json"];
        Assert.Equal((await RunAsync(asked)).Output, (await RunAsync(asked)).Output);
    }

    [Fact]
    public async Task Rules_that_are_wrong_are_refused_with_the_place_of_the_fault()
    {
        Write("new.json", Rules("new", "-1"));
        var (code, _, error) = await RunAsync("--rules", Place("new.json"), "--data", Place("cases.jsonl"));

        Assert.Equal(TrainingCommand.Refused, code);
        Assert.Contains("new.json", error, StringComparison.Ordinal);
        Assert.Contains("rules[0].weight", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.jsonl", "there is no such file")]
    [InlineData("new.json", "line 1")]
    [InlineData("", "no data folder")]
    public async Task Data_that_is_none_is_refused(string place, string problem)
    {
        var (code, _, error) = await RunAsync("--rules", Place("new.json"), "--data", Place(place));

        Assert.Equal(TrainingCommand.Refused, code);
        Assert.Contains(problem, error, StringComparison.Ordinal);
    }

    private static string Rules(string version, string weight) =>
        $$"""{"version":"{{version}}","hardAt":1,"defaultSkill":"technical","skillByIntent":{"internet_trouble":"technical"},"rules":[{{Rule.Replace("WEIGHT", weight, StringComparison.Ordinal)}}]}""";

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (Console.Out, Console.Error);
        using StringWriter written = new(), complained = new();
        try
        {
            Console.SetOut(written);
            Console.SetError(complained);
            return (await TrainingCommand.RunAsync(["backtest", .. args]), written.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    private string Place(string name) => Path.Combine(_folder, name);

    private void Write(string name, params string[] lines) => File.WriteAllLines(Place(name), lines);
}
