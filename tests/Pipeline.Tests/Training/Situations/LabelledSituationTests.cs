using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Suggestions.Library;
using Pipeline.Training;
using Pipeline.Training.Corpus;
using Pipeline.Training.Situations;

namespace Pipeline.Tests.Training.Situations;

/// <summary>What a coach of advisors would say of the suggestions (tests/Data/Suggestions/README.md).</summary>
[Collection("Console")]
public sealed class LabelledSituationTests
{
    private static readonly Dictionary<string, Phrase> Phrases = PhraseSeed.Phrases().ToDictionary(phrase => phrase.Id);

    private static LabelledSituation Angry => new()
    {
        Id = "a",
        Language = "en",
        Brand = "boreal",
        Channel = "web",
        Turns = [new("agent", "I am sorry for the trouble."), new("customer", "still no parcel")],
        Expect = new(["apology", "question"], ["en-apology-03"]),
        Forbidden = ["phone", "greeting", "celebration", "repeat"],
    };

    [Fact]
    public void Nothing_that_is_forbidden_is_ever_suggested()
    {
        var judged = SuggestionJudge.Judge([.. Read("fr"), .. Read("en")]);

        Assert.Equal(160, judged.Length);
        Assert.Empty(judged.SelectMany(situation => situation.Broken.Select(rule => $"{situation.Labelled.Id}: {rule}")));
    }

    [Fact]
    public void The_labels_speak_of_phrases_that_the_brand_has()
    {
        var wrong = Read("fr").Concat(Read("en")).SelectMany(situation => situation.Expect.Acceptable
            .Where(id => !Phrases.TryGetValue(id, out var phrase) || phrase.Language != situation.Language
                || !phrase.Allows(situation.Brand, situation.Channel))
            .Select(id => $"{situation.Id}: {id}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_suggestion_is_right_when_the_labels_name_it_whatever_its_version()
    {
        Assert.True(Judged(Suggested("apology", "phrase:en-apology-03@2")).HasAcceptable);
        Assert.True(Judged(Suggested("apology", "phrase:en-apology-03")).CategoryRight);
        Assert.False(Judged(Suggested("question", "phrase:en-question-01")).HasAcceptable);
        Assert.False(Judged(Suggested("closing", "phrase:en-apology-03")).CategoryRight);
        Assert.False(Judged().HasAcceptable);
        Assert.True(new JudgedSituation(Angry with { SilentOk = true }, [], Phrases).HasAcceptable);
    }

    [Theory]
    [InlineData("question", "Shall we talk? Call us on 01 99 00 12 34.", "phone")]
    [InlineData("question", "Or would you rather call us?", "phone")]
    [InlineData("greeting", "Hello, this is Nadia.", "greeting")]
    [InlineData("congratulation", "Well done!", "celebration")]
    [InlineData("apology", "Oh. I am sorry for the trouble! I look into it.", "repeat")]
    public void What_is_forbidden_is_seen(string category, string text, string rule) =>
        Assert.Equal([rule], Judged(Suggested(category, "phrase:x") with { Text = text }).Broken);

    [Fact]
    public void A_price_and_a_date_are_no_number_to_call() =>
        Assert.Empty(Judged(Suggested("explanation", "phrase:x") with { Text = "It is 12.99 on 2 March 2026." }).Broken);

    [Fact]
    public async Task The_command_ends_with_a_line_for_programs()
    {
        var before = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        int code;
        try
        {
            code = await TrainingCommand.RunAsync(["evaluate", "suggestions", FileOf("fr"), FileOf("en"), "--json"]);
        }
        finally
        {
            Console.SetOut(before);
        }

        var line = JsonDocument.Parse(written.ToString().TrimEnd().Split('\n')[^1]).RootElement;
        Assert.Equal(0, code);
        Assert.Equal(160, line.GetProperty("rows").GetInt32());
        Assert.InRange(line.GetProperty("acceptable").GetDouble(), 0.5, 1);
    }

    [Theory]
    [InlineData("{}", "line 2: ")]
    [InlineData("""{"id":"a","language":"fr","brand":"b","channel":"web","turns":[{"speaker":"agent","text":"x"}],"expect":{"categories":[],"acceptable":[]}}""", "line 2: the last turn")]
    public void A_wrong_line_is_named(string line, string problem)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "\n" + line);
            var thrown = Assert.Throws<CorpusFileException>(() => LabelledSituation.Read(file));
            Assert.Contains(problem, thrown.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static JudgedSituation Judged(params Suggestion[] suggestions) => new(Angry, suggestions, Phrases);

    private static Suggestion Suggested(string category, string source) => new("s", "One moment please.", category, source, 0.9, []);

    private static IReadOnlyList<LabelledSituation> Read(string language) => LabelledSituation.Read(FileOf(language));

    private static string FileOf(string language) =>
        Path.Combine(AppContext.BaseDirectory, "Data", "Suggestions", $"contexts.{language}.jsonl");
}
