using System.Text.Json.Nodes;
using Pipeline.Training;
using Pipeline.Training.Queueing;

namespace Pipeline.Tests.Training.Queueing;

// It shows tables on the one console there is.
[Collection("Console")]
public sealed class SimulateCommandTests
{
    private static readonly string Bundled = ReadBundled();

    public static TheoryData<string> Names => [.. ScenarioFile.Bundled];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bundled_scenario_is_compared_with_intervals(string name)
    {
        var (code, output, _) = await RunAsync("--scenario", name, "--policies", "effort", "round_robin", "--seeds", "5", "--json");

        Assert.Equal(0, code);
        var report = JsonNode.Parse(output.TrimEnd().Split('\n')[^1])!;
        var worst = report["firstLessOther"]!["round_robin"]!["worstWait"]!;
        Assert.True((double)worst["low"]! <= (double)worst["mean"]! && (double)worst["mean"]! <= (double)worst["high"]!);
        Assert.Equal(2, report["policies"]!.AsObject().Count);
        Assert.Equal(12, report["staffing"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("\"hours\": 16", "\"hours\": 0", "hours: 0 must be from 1")]
    [InlineData("\"hours\": 16", "\"hours\": 5", "streams[0].perHour")]
    [InlineData("\"boreal\": 0.7", "\"boreal\": 0.8", "streams[0].brands: the shares")]
    [InlineData("\"hard\": 0.2,", "\"hard\": 1.2,", "streams[0].hard: 1.2 must be from 0 to 1")]
    [InlineData("\"meanMinutes\": 10", "\"meanMinutes\": -1", "patience.meanMinutes")]
    [InlineData("\"lossAboveCapacity\": 0.2", "\"lossAboveCapacity\": \"much\"", "lossAboveCapacity")]
    [InlineData("\"judgement\"", "\"judgment\"", "judgment")]
    [InlineData("\"languages\": [\"fr\"]", "\"languages\": [\"de\"]", "advisors[0].languages")]
    [InlineData("\"id\": \"morning-support-fr-2\"", "\"id\": \"morning-support-fr-1\"", "morning-support-fr-1 is there twice")]
    public void A_scenario_that_is_wrong_is_refused_with_the_place_of_the_fault(string good, string bad, string told)
    {
        Assert.Contains(good, Bundled, StringComparison.Ordinal);
        var problem = Assert.Throws<InvalidDataException>(() => ScenarioFile.Parse(Bundled.Replace(good, bad, StringComparison.Ordinal), "mine.json"));

        Assert.StartsWith("mine.json: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(told, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_run_is_refused_with_one_line()
    {
        var (nowhere, _, told) = await RunAsync("--scenario", "nowhere.json");
        Assert.Equal(TrainingCommand.Refused, nowhere);
        Assert.Contains("normal-day", told, StringComparison.Ordinal);

        Assert.Equal(TrainingCommand.Refused, (await RunAsync("--scenario", "normal-day", "--policies", "luck")).Code);
        Assert.Equal(TrainingCommand.Refused, (await RunAsync("--scenario", "normal-day", "--seeds", "1")).Code);
    }

    [Theory]
    [InlineData("""{"version":"1","efforts":{"hard":0.3}}""", "efforts.hard")]
    [InlineData(null, "no such file")]
    public async Task Rules_of_capacity_that_are_wrong_are_refused(string? json, string told)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-").FullName;
        try
        {
            var file = Path.Combine(folder, "capacity.json");
            if (json is not null)
            {
                await File.WriteAllTextAsync(file, json, TestContext.Current.CancellationToken);
            }

            var (code, _, error) = await RunAsync("--scenario", "normal-day", "--capacity", file);
            Assert.Equal(TrainingCommand.Refused, code);
            Assert.Contains(told, error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string ReadBundled()
    {
        using var stream = typeof(ScenarioFile).Assembly.GetManifestResourceStream("scenarios.normal-day.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (Console.Out, Console.Error);
        using StringWriter written = new(), complained = new();
        try
        {
            Console.SetOut(written);
            Console.SetError(complained);
            return (await TrainingCommand.RunAsync(["simulate", .. args]), written.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
