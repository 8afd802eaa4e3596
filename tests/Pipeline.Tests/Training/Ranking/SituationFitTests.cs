using System.Text.Json;
using Pipeline.Suggestions.Library;
using Pipeline.Training;

namespace Pipeline.Tests.Training.Ranking;

// It shows its progress on the one console there is.
[Collection("Console")]
public sealed class SituationFitTests : IDisposable
{
    private static readonly string[] Categories = ["greeting"];

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Weights => Path.Combine(_folder, "weights.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Where_nothing_would_do_the_weights_stay_those_set_by_hand()
    {
        Assert.Equal(0, await FitAsync(Situation("bonjour, ma box ne marche plus", [], [])));

        var weights = await ReadAsync();
        Assert.Equal(2.4, weights["intent"]);
        Assert.Equal(-1.5, weights["told"]);
        Assert.Equal(4.4, weights["even"]);
    }

    [Fact]
    public async Task Where_only_the_first_greeting_will_do_the_lead_comes_to_weigh_more()
    {
        string[] greetings =
            [.. PhraseSeed.Phrases().Where(phrase => phrase is { Language: "fr", Category: PhraseCategory.Greeting }).Select(phrase => phrase.Id)];
        string[] wishes = ["ma box ne marche plus", "où est mon colis ?", "je veux résilier", "ma facture est trop chère", "je déménage"];
        Assert.Equal(0, await FitAsync([.. Enumerable.Repeat(wishes, 12).SelectMany(all => all).Select(wish => Situation(wish, greetings))]));
        var weights = await ReadAsync();

        Assert.True(weights["lead"] + weights.GetValueOrDefault("Opening greeting") > 2.2, $"{weights["lead"]}");
        Assert.Contains("even", weights.Keys);
        Assert.All(weights.Values, weight => Assert.True(double.IsFinite(weight)));
    }

    [Fact]
    public async Task Neither_conversations_nor_situations_is_refused() =>
        Assert.Equal(TrainingCommand.Refused, await TrainingCommand.RunAsync(["train", "ranking"]));

    private static string Situation(string text, string[] acceptable, string[]? categories = null) => JsonSerializer.Serialize(new
    {
        id = text,
        language = "fr",
        brand = "boreal",
        channel = "web",
        turns = new[] { new { speaker = "customer", text } },
        expect = new { categories = categories ?? Categories, acceptable },
    });

    private async Task<int> FitAsync(params string[] lines)
    {
        var file = Path.Combine(_folder, "situations.jsonl");
        await File.WriteAllLinesAsync(file, lines, Token);
        return await TrainingCommand.RunAsync(["train", "ranking", "--situations", file, "--weights", Weights]);
    }

    private async Task<Dictionary<string, double>> ReadAsync() =>
        JsonSerializer.Deserialize<Dictionary<string, double>>(await File.ReadAllTextAsync(Weights, Token))!;
}
