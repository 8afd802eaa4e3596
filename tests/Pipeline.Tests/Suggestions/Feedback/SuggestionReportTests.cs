using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Feedback;

namespace Pipeline.Tests.Suggestions.Feedback;

public sealed class SuggestionReportTests
{
    private static readonly Suggestion Offered = new("s-1", "une", "question", "phrase:a", 0.7, []);

    [Fact]
    public void A_level_is_shown_with_and_without_suggestions_side_by_side()
    {
        var report = Report([.. Many(200, heldOut: false, used: 0.5), .. Many(40, heldOut: true, used: 0)]);

        var with = Group(report, AdvisorLevel.Novice, assisted: true);
        var without = Group(report, AdvisorLevel.Novice, assisted: false);
        Assert.Equal((200, 40), (with.Conversations!.Value, without.Conversations!.Value));
        Assert.Equal((0.5, 0), (with.Acceptance!.Value, without.Acceptance!.Value));
        Assert.InRange(with.Acceptance.High - with.Acceptance.Low, 0.1, 0.16);
        Assert.True(with.SecondsToAnswer!.Low <= with.SecondsToAnswer.Value && with.SecondsToAnswer.Value <= with.SecondsToAnswer.High);
    }

    [Theory]
    [InlineData(19, 6)]
    [InlineData(200, 4)]
    public void Too_few_conversations_or_advisors_are_not_told_of(int conversations, int advisors)
    {
        var group = Group(Report(Many(conversations, heldOut: false, used: 0.5, advisors)), AdvisorLevel.Novice, assisted: true);
        Assert.True(group is { Withheld: true, Conversations: null, Acceptance: null, SecondsToAnswer: null, EmotionAtEnd: null });
    }

    [Fact]
    public void Leaving_the_frame_is_counted_by_reason_and_in_no_figure_of_a_group()
    {
        var plain = Many(200, heldOut: false, used: 0.5);
        FeedbackEntry[] left = [new() { Id = "f", Kind = FeedbackKind.HorsCadre, At = default, Reason = FeedbackReason.GoodwillGesture }];
        var deviating = plain.Select(one => one with { Feedback = left }).ToArray();

        Assert.Equal(Report(plain).Groups, Report(deviating).Groups);
        Assert.Equal(new ReasonCount(FeedbackReason.GoodwillGesture, 200), Assert.Single(Report(deviating).HorsCadre));
    }

    [Fact]
    public void Wilsons_interval_is_that_of_the_books()
    {
        // 8 of 10 (Newcombe 1998, method 3): 0.4902 to 0.9433.
        var interval = Interval.Share(8, 10)!;
        Assert.Equal((0.8, 0.4902, 0.9433), (interval.Value, interval.Low, interval.High));
        Assert.Null(Interval.Share(0, 0));
    }

    [Fact]
    public void The_bounds_of_a_mean_hold_it_and_narrow_with_what_is_known()
    {
        var random = new Random(5);
        double[][] many = [.. Enumerable.Range(0, 900).Select(_ => new[] { random.NextDouble() })];
        var wide = Interval.Mean(many.Take(30))!;
        var narrow = Interval.Mean(many)!;
        Assert.True(wide.Low < wide.Value && wide.Value < wide.High);
        Assert.InRange(0.5, narrow.Low, narrow.High);
        Assert.InRange((wide.High - wide.Low) / (narrow.High - narrow.Low), 3, 9);
        Assert.Equal(narrow, Interval.Mean(many));
    }

    private static SuggestionReport Report(IReadOnlyList<ObservedConversation> observed) =>
        SuggestionReport.Of(new(2026, 3, 1), new(2026, 3, 7), observed, truncated: false, AdvisorLevel.Confirmed);

    private static SuggestionReportGroup Group(SuggestionReport report, AdvisorLevel level, bool assisted) =>
        report.Groups.Single(group => group.Level == level && group.Assisted == assisted);

    private static ObservedConversation[] Many(int count, bool heldOut, double used, int advisors = 6) =>
    [
        .. Enumerable.Range(0, count).Select(number => new ObservedConversation(
            "boreal",
            AdvisorLevel.Novice,
            $"a-{number % advisors}",
            heldOut,
            [
                number < used * count
                    ? new AnsweredMoment("m", "a", [Offered], AnswerUse.Verbatim, Offered, 0, TimeSpan.FromSeconds(10 + (number % 7)), -0.2, 0.3)
                    : new AnsweredMoment("m", "a", [Offered], AnswerUse.OwnWords, null, 1, TimeSpan.FromSeconds(40), -0.2, null),
            ],
            0.1,
            [])),
    ];
}
