using System.Text.Json;
using Pipeline.Training;
using Pipeline.Training.Corpus;
using Pipeline.Training.Evaluation;

namespace Pipeline.Tests.Training.Evaluation;

// What a command prints is read from the one console there is.
[Collection("Console")]
public sealed class EvaluateTests
{
    [Fact]
    public void Accuracy_and_F1_are_those_of_the_textbook()
    {
        var tally = new LabelTally(["a", "b", "c"]);
        tally.Add(0, 0);
        tally.Add(0, 1);
        tally.Add(1, 1);
        tally.Add(1, -1);
        Assert.Equal(0.5, tally.Accuracy);
        Assert.Equal([("a", 2.0 / 3), ("b", 0.5)], tally.F1OfEach());
        Assert.Equal(((2.0 / 3) + 0.5) / 2, tally.MacroF1, 9);
    }

    [Fact]
    public void The_calibration_error_is_how_far_confidence_and_being_right_lie_apart()
    {
        var error = new CalibrationError();
        error.Add(0.8, right: true);
        error.Add(0.8, right: false);
        error.Add(0.3, right: false);
        Assert.Equal((0.6 + 0.3) / 3, error.Value, 9);
    }

    [Fact]
    public void A_row_is_held_out_by_its_text_alone_and_about_a_tenth_is()
    {
        var rows = Enumerable.Range(0, 5_000).Select(number => new CorpusRow { Text = $"message {number}", Id = "x" }).ToList();
        Assert.InRange(rows.Count(HeldOut.Contains), 400, 600);
        Assert.All(rows, row => Assert.Equal(HeldOut.Contains(row), HeldOut.Contains(row with { Id = "y", Hand = "other" })));
    }

    [Fact]
    public async Task The_last_line_is_one_object_whose_parts_are_null_where_the_file_lacks_the_field()
    {
        var file = Path.GetTempFileName();
        var console = Console.Out;
        using var printed = new StringWriter();
        try
        {
            await File.WriteAllLinesAsync(file,
            [
                """{"text":"merci beaucoup pour votre aide","sentiment":"positive","emotions":["gratitude"],"pii":[]}""",
                """{"text":"mon mail : jo@example.org","sentiment":"neutral","emotions":["neutral"],"pii":[{"kind":"email","text":"jo@example.org"}]}""",
            ], TestContext.Current.CancellationToken);
            Console.SetOut(printed);
            Assert.Equal(0, await TrainingCommand.RunAsync(["evaluate", file, "--json"]));
        }
        finally
        {
            Console.SetOut(console);
            File.Delete(file);
        }

        // Tests beside this one may print too.
        var last = printed.ToString().Split('\n').Last(line => line.StartsWith("{\"rows\"", StringComparison.Ordinal));
        using var figures = JsonDocument.Parse(last);
        var root = figures.RootElement;
        Assert.Equal((2, "fr"), (root.GetProperty("rows").GetInt32(), root.GetProperty("language").GetString()));
        Assert.Equal(JsonValueKind.Number, root.GetProperty("sentiment").GetProperty("macroF1").ValueKind);
        Assert.Equal(JsonValueKind.Number, root.GetProperty("emotion").GetProperty("ece").ValueKind);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("aggressionF1").ValueKind);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("intentAccuracy").ValueKind);
        Assert.Equal(1, root.GetProperty("pii").GetProperty("email").GetProperty("recall").GetDouble());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_line_and_no_stack_trace() =>
        Assert.Equal(TrainingCommand.Refused, await TrainingCommand.RunAsync(["evaluate", "no-such-file.jsonl"]));
}
