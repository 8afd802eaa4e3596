using Pipeline.Routing;
using Pipeline.Training.Routing;

namespace Pipeline.Tests.Training.Routing;

/// <summary>Holds the rules that come with the program to the figures of docs/routing.md, on the cases they were made with.</summary>
public sealed class LabelledCaseTests
{
    private static readonly CaseJudge Judge = new(RoutingSeed.ReadRules());

    private static readonly Lazy<JudgedCase[]> Cases =
        new(() => [.. Read("routing.fr.jsonl").Concat(Read("routing.en.jsonl")).Select(Judge.Judge)]);

    private static readonly Lazy<JudgedCase[]> Recorded =
        new(() => [.. Read("conversations.fr.jsonl").Concat(Read("conversations.en.jsonl")).Select(Judge.Judge)]);

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void The_cases_of_a_language_are_decided_right(string language)
    {
        JudgedCase[] cases = [.. Cases.Value.Where(one => one.Labelled.SpokenLanguage == language)];
        var measured = RoutingMeasurement.OfRules(cases);

        Assert.True(cases.Length >= 80);
        Assert.True(measured.Skill >= 0.93, $"skill {measured.Skill}");
        Assert.True(measured.HardF1 >= 0.95, $"hard {measured.HardF1}");
        Assert.True(measured.UrgentF1 >= 0.80, $"urgent {measured.UrgentF1}");
    }

    [Fact]
    public void The_recorded_conversations_are_decided_right()
    {
        var measured = RoutingMeasurement.OfRules(Recorded.Value);

        Assert.True(measured.Skill >= 0.95, $"skill {measured.Skill}");
        Assert.True(measured.HardF1 >= 0.95, $"hard {measured.HardF1}");
        Assert.True(measured.UrgentF1 >= 0.80, $"urgent {measured.UrgentF1}");
    }

    [Theory]
    [InlineData("calm_hard")]
    [InlineData("angry_easy")]
    public void Calm_but_hard_and_angry_but_easy_are_told_apart_where_the_sentiment_alone_fails(string kind)
    {
        JudgedCase[] cases = [.. Cases.Value.Where(one => one.Labelled.Expected.Kind == kind)];

        Assert.True(cases.Length >= 40);
        Assert.True(RoutingMeasurement.OfRules(cases).HardRight >= 0.95);
        Assert.True(RoutingMeasurement.OfSentiment(cases).HardRight <= 0.5);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_way_to_ask_for_a_person_is_honoured(string language)
    {
        var rows = LabelledWish.Read(Path.Combine(AppContext.BaseDirectory, "Data", $"wishes.{language}.jsonl"));
        LabelledWish[] wishes = [.. rows.Where(row => row.Wish)];

        Assert.True(wishes.Length >= 80);
        Assert.Empty(wishes.Where(row => !Judge.HearsWish(row)).Select(row => row.Text));
        Assert.InRange(rows.Count(row => !row.Wish && Judge.HearsWish(row)), 0, 2);
    }

    private static IReadOnlyList<LabelledCase> Read(string file) =>
        LabelledCase.Read(Path.Combine(AppContext.BaseDirectory, "Data", file));
}
