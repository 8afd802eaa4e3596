using Pipeline.Quality.Review.PreScoring;
using Pipeline.Quality.Review.Scorecards;

namespace Pipeline.Tests.Quality.Review;

public sealed class ScorecardTests
{
    private static readonly Scorecard Example = new()
    {
        Id = "example",
        Version = "1",
        French = "Exemple",
        English = "Example",
        Sections =
        [
            Section("solution", 60, Question("answered"), Question("tone") with { Kind = QuestionKind.Scale, Points = 5, Weight = 2 }),
            Section("waits", 30, Question("announced") with { MayNotApply = true }),
            Section("behaviour", 10, Question("greeting"), Question("frame") with { Frame = true, MayNotApply = true, FailCritical = true }),
        ],
    };

    private static readonly Dictionary<string, AnswerValue> Answers = new()
    {
        ["answered"] = AnswerValue.Affirmed,
        ["tone"] = new() { Point = 4 },
        ["announced"] = AnswerValue.NoMatter,
        ["greeting"] = AnswerValue.Denied,
        ["frame"] = AnswerValue.NoMatter,
    };

    [Fact]
    public void The_scorecards_that_come_along_are_valid_and_give_behaviour_and_greeting_ten_percent()
    {
        Assert.All(ScorecardSeed.Read(), card =>
        {
            Assert.Empty(ScorecardCheck.FaultsOf(card));
            Assert.Equal(100, card.Sections.Sum(section => section.Weight));
            Assert.Equal(10, card.Sections.Single(section => section.Id == "behaviour").Weight);
            Assert.Contains(card.Sections.Single(section => section.Id == "behaviour").Questions, question => question.PreScore == "greeting");
        });
        Assert.Contains(ScorecardSeed.Read(), card => card.Id == "default");
    }

    // The worked example of docs/review.md.
    [Fact]
    public void What_does_not_apply_is_left_out_and_the_other_weights_grow()
    {
        var score = ReviewScore.Of(Example, Answers, leftFrame: false);

        // solution (1*1 + 2*0.75) / 3 = 0.8333, waits left out, behaviour 0: (60*0.8333 + 10*0) / 70 = 0.7143.
        Assert.Equal(71.43, score.Value);
        Assert.Empty(score.Unanswered);
    }

    [Fact]
    public void A_failed_critical_question_makes_it_nothing_and_says_which()
    {
        var score = ReviewScore.Of(Example, With("frame", AnswerValue.Denied), leftFrame: false);

        Assert.Equal(0, score.Value);
        Assert.Equal(["frame"], score.FailedCritical);
    }

    [Fact]
    public void Leaving_the_frame_on_purpose_never_counts_against_the_advisor()
    {
        var score = ReviewScore.Of(Example, With("frame", AnswerValue.Denied), leftFrame: true);

        Assert.Equal(71.43, score.Value);
        Assert.Empty(score.FailedCritical);
    }

    [Fact]
    public void Where_nothing_applies_there_is_no_score_and_what_has_no_answer_is_named()
    {
        Assert.Null(ReviewScore.Of(Example, new Dictionary<string, AnswerValue> { ["announced"] = AnswerValue.NoMatter }, false).Value);
        Assert.Equal(
            ["answered", "tone", "greeting", "frame"],
            ReviewScore.Of(Example, new Dictionary<string, AnswerValue> { ["announced"] = AnswerValue.NoMatter }, false).Unanswered);
    }

    [Theory]
    [InlineData("greeting", null, null, true, false)]
    [InlineData("greeting", true, null, false, true)]
    [InlineData("greeting", true, 2, false, false)]
    [InlineData("announced", null, null, true, true)]
    [InlineData("tone", null, 5, false, true)]
    [InlineData("tone", null, 6, false, false)]
    [InlineData("tone", true, null, false, false)]
    public void An_answer_fits_its_question(string question, bool? yes, int? point, bool notApplicable, bool fits) => Assert.Equal(
        fits,
        ReviewScore.Fits(
            Example.Questions.Single(one => one.Id == question), new() { Yes = yes, Point = point, NotApplicable = notApplicable }));

    [Fact]
    public void Faults_are_told_with_their_path()
    {
        Assert.Equal(["sections"], Paths(Example with { Sections = [Example.Sections[0]] }));
        Assert.Equal(
            ["sections[0].questions[0].points", "sections[0].questions[1].id", "sections[0].questions[2].preScore", "sections[0].questions[3].english"],
            Paths(Example with
            {
                Sections =
                [
                    Section(
                        "a", 100, Question("x") with { Kind = QuestionKind.Scale }, Question("x"), Question("y") with { PreScore = "mood" },
                        Question("z") with { English = " " }),
                ],
            }));

        static IEnumerable<string> Paths(Scorecard card) => ScorecardCheck.FaultsOf(card).Select(fault => fault.Path);
    }

    private static Dictionary<string, AnswerValue> With(string question, AnswerValue answer) => new(Answers) { [question] = answer };

    private static ScorecardSection Section(string id, double weight, params ScorecardQuestion[] questions) =>
        new() { Id = id, French = id, English = id, Weight = weight, Questions = questions };

    private static ScorecardQuestion Question(string id) => new() { Id = id, French = "?", English = "?", Kind = QuestionKind.YesNo };
}
