using System.Text.Json;
using Pipeline.Suggestions.Ranking;
using Pipeline.Training;

namespace Pipeline.Tests.Training.Ranking;

// What a command prints is read from the one console there is.
[Collection("Console")]
public sealed class RankingCommandTests : IDisposable
{
    private readonly ToyConversations _toys = new();

    public void Dispose() => _toys.Dispose();

    [Fact]
    public async Task The_same_conversations_and_seed_give_the_same_model_to_the_byte()
    {
        _toys.Write();
        var (first, second) = (await TrainAsync("first.model"), await TrainAsync("second.model"));

        Assert.Equal(await File.ReadAllBytesAsync(first, Token), await File.ReadAllBytesAsync(second, Token));
    }

    [Fact]
    public async Task What_was_learned_ranks_the_reply_of_the_script_first_with_another_name_and_number()
    {
        _toys.Write();
        await using var model = File.OpenRead(await TrainAsync("toy.model"));
        var ranker = ReplyRanker.Read(model);
        var context = ranker.Prepare(
        [
            new(false, "my parcel is late"), new(true, "What is your parcel number?"), new(false, "it is 55555"),
        ]);
        string[] replies =
        [
            "Parcel 77777 arrives tomorrow.", "Parcel 55555 arrives tomorrow.", "A visit on Monday is booked.", "You are welcome.",
            "Your account is closed.", "Hello, what can I do for you?",
        ];

        Assert.Equal("Parcel 55555 arrives tomorrow.", replies.MaxBy(reply => ranker.Score(context, ranker.Prepare(reply))));
    }

    [Fact]
    public async Task Replies_that_advisors_accepted_are_learned_too()
    {
        _toys.Write();
        var accepted = _toys.File("accepted.jsonl");
        await File.WriteAllLinesAsync(accepted, Enumerable.Range(0, 40).Select(number =>
            """{"context":[{"speaker":"customer","text":"where is the piano"}],"reply":"It waits at the harbour."}"""), Token);
        await using var model = File.OpenRead(await TrainAsync("toy.model", "--accepted", accepted));
        var ranker = ReplyRanker.Read(model);
        var context = ranker.Prepare([new(false, "where is the piano")]);

        Assert.True(ranker.Score(context, ranker.Prepare("It waits at the harbour."))
            > ranker.Score(context, ranker.Prepare("What is your parcel number?")));
    }

    [Fact]
    public async Task An_evaluation_ends_with_one_line_of_JSON()
    {
        _toys.Write();
        var model = await TrainAsync("toy.model");

        var (code, printed) = await RunAsync("evaluate", "ranking", _toys.WriteLists(), "--json", "--model", model);

        Assert.Equal(0, code);
        using var figures = JsonDocument.Parse(printed.TrimEnd().Split('\n')[^1]);
        Assert.Equal(["rows", "r1", "r5", "r10"], figures.RootElement.EnumerateObject().Select(field => field.Name));
        Assert.Equal(5, figures.RootElement.GetProperty("rows").GetInt32());
        Assert.Equal(1, figures.RootElement.GetProperty("r1").GetDouble());
    }

    [Theory]
    [InlineData("""{"context":[{"speaker":"customer","text":"hello"}],"candidates":["a","b"],"gold":2}""", "line 2: gold is 2")]
    [InlineData("""{"context":[{"speaker":"customer","text":"hello"}],"candidates":["a","b"]}""", "line 2: \"context\", \"candidates\" and \"gold\"")]
    [InlineData("""{"context":[{"speaker":"customer"}],"candidates":["a"],"gold":0}""", "line 2")]
    [InlineData("hello", "line 2")]
    public async Task A_line_that_is_no_list_is_named(string line, string problem)
    {
        var file = _toys.File("lists.jsonl");
        await File.WriteAllLinesAsync(
            file, ["""{"context":[{"speaker":"customer","text":"hello"}],"candidates":["a","b"],"gold":0}""", line], Token);

        var (code, printed) = await RunAsync("evaluate", "ranking", file);

        Assert.Equal(TrainingCommand.Refused, code);
        Assert.Contains(problem, printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_not_there_are_refused()
    {
        Assert.Equal(TrainingCommand.Refused, (await RunAsync("train", "ranking", "--data", _toys.Folder)).Code);
        Assert.Equal(TrainingCommand.Refused, (await RunAsync("evaluate", "ranking", _toys.File("none.jsonl"))).Code);
    }

    [Fact]
    public async Task A_damaged_model_is_refused_and_said_to_be_damaged()
    {
        _toys.Write(conversations: 20);
        var file = await TrainAsync("toy.model");
        var whole = await File.ReadAllBytesAsync(file, Token);
        byte[] flipped = [.. whole];
        flipped[^100] ^= 1;

        Assert.Contains("damaged", Refusal(flipped), StringComparison.Ordinal);
        Assert.Contains("damaged", Refusal(whole[..^1]), StringComparison.Ordinal);
        Assert.Contains("no model", Refusal([1, 2, 3]), StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Refusal(byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => ReplyRanker.Read(new MemoryStream(bytes))).Message;

    private async Task<string> TrainAsync(string name, params string[] more)
    {
        var model = _toys.File(name);
        var (code, printed) = await RunAsync(["train", "ranking", "--data", _toys.Folder, "--model", model, .. more]);
        Assert.True(code == 0, printed);
        return model;
    }

    private static async Task<(int Code, string Printed)> RunAsync(params string[] arguments)
    {
        var (output, error) = (Console.Out, Console.Error);
        await using var printed = new StringWriter();
        Console.SetOut(printed);
        Console.SetError(printed);
        try
        {
            return (await TrainingCommand.RunAsync(arguments), printed.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
