using System.Text.Json;
using Pipeline.Training;

namespace Pipeline.Tests.Training.Routing;

[Collection("Console")]
public sealed class EvaluateCommandsTests
{
    [Fact]
    public async Task Routing_ends_with_one_line_of_figures_for_all_each_language_and_each_kind()
    {
        var (code, last) = await RunAsync("evaluate", "routing", Data("routing.fr.jsonl"), Data("routing.en.jsonl"), "--json");
        using var figures = JsonDocument.Parse(last);

        Assert.Equal(0, code);
        Assert.Equal(
            ["all", "en", "fr", "angry_easy", "both", "calm_hard", "neither"], figures.RootElement.EnumerateObject().Select(group => group.Name));
        var all = figures.RootElement.GetProperty("all");
        Assert.True(all.GetProperty("rules").GetProperty("hardF1").GetDouble() > all.GetProperty("sentiment").GetProperty("hardF1").GetDouble());
    }

    [Fact]
    public async Task Wish_ends_with_recall_and_precision()
    {
        var (code, last) = await RunAsync("evaluate", "wish", Data("wishes.fr.jsonl"), "--json");
        using var figures = JsonDocument.Parse(last);

        Assert.Equal(0, code);
        Assert.Equal(1, figures.RootElement.GetProperty("fr").GetProperty("recall").GetDouble());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused() =>
        Assert.Equal(TrainingCommand.Refused, (await RunAsync("evaluate", "routing", "nowhere.jsonl")).Code);

    private static string Data(string file) => Path.Combine(AppContext.BaseDirectory, "Data", file);

    private static async Task<(int Code, string Last)> RunAsync(params string[] args)
    {
        var (standard, error) = (Console.Out, Console.Error);
        using var output = new StringWriter();
        Console.SetOut(output);
        Console.SetError(TextWriter.Null);
        try
        {
            var code = await TrainingCommand.RunAsync(args);
            return (code, output.ToString().TrimEnd().Split('\n')[^1]);
        }
        finally
        {
            Console.SetOut(standard);
            Console.SetError(error);
        }
    }
}
