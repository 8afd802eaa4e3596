using Pipeline.Messages;
using Pipeline.Suggestions.Feedback;
using Pipeline.Tests.Suggestions.Speaking;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions.Feedback;

public sealed class FeedbackRecorderTests
{
    private static readonly MessageAnalyzed RedLight = Said.Customer(0, "ma box a un voyant rouge", intent: "internet_trouble");

    [Theory]
    [InlineData(FeedbackKind.Inserted)]
    [InlineData(FeedbackKind.Sent)]
    public async Task What_is_stale_is_refused_at_the_moment_of_use(FeedbackKind kind)
    {
        using var fixture = await SpeakingFixture.StartAsync();
        await fixture.SayAsync(RedLight);
        var seen = await fixture.LookAsync();
        Assert.IsType<FeedbackTaken.Kept>(await fixture.TellAsync("f-1", kind, seen));

        await fixture.SayAsync(Said.Customer(5, "elle clignote"));

        Assert.Equal(
            WithdrawalReason.CustomerWroteAgain, Assert.IsType<FeedbackTaken.Refused>(await fixture.TellAsync("f-2", kind, seen)).Reason);
    }

    [Fact]
    public async Task What_was_taken_once_is_taken_again_under_the_same_id_and_kept_once()
    {
        using var fixture = await SpeakingFixture.StartAsync();
        await fixture.SayAsync(RedLight);
        var seen = await fixture.LookAsync();
        var first = Assert.IsType<FeedbackTaken.Kept>(await fixture.TellAsync("f-1", FeedbackKind.Sent, seen));
        await fixture.SayAsync(Said.Advisor(5, seen.Suggestions[0].Text));

        var again = Assert.IsType<FeedbackTaken.Kept>(await fixture.TellAsync("f-1", FeedbackKind.Sent, seen));

        Assert.Equal(first.Entry, again.Entry);
        Assert.Single(fixture.Tables.Dump(), entry => entry.Row.RowKey.StartsWith("feedback-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_phrase_that_was_retired_a_moment_ago_is_refused()
    {
        using var fixture = await SpeakingFixture.StartAsync();
        await fixture.SayAsync(RedLight);
        var seen = await fixture.LookAsync();
        await fixture.RetireAsync(seen.Suggestions[0]);

        Assert.Equal(
            WithdrawalReason.PhraseRetired,
            Assert.IsType<FeedbackTaken.Refused>(await fixture.TellAsync("f-1", FeedbackKind.Inserted, seen)).Reason);
        Assert.IsType<FeedbackTaken.Kept>(await fixture.TellAsync("f-2", FeedbackKind.Inserted, seen, index: 1));
    }

    [Fact]
    public async Task Looking_back_at_what_is_stale_is_no_use_of_it()
    {
        using var fixture = await SpeakingFixture.StartAsync();
        await fixture.SayAsync(RedLight);
        var seen = await fixture.LookAsync();
        await fixture.SayAsync(Said.Advisor(5, "Je regarde."));

        Assert.IsType<FeedbackTaken.Kept>(await fixture.TellAsync("f-1", FeedbackKind.Shown, seen));
        Assert.IsType<FeedbackTaken.Kept>(
            await fixture.TellAsync("f-2", FeedbackKind.Dismissed, seen, reason: FeedbackReason.WrongTone));
    }

    [Fact]
    public async Task How_much_was_changed_is_kept_and_what_was_written_is_not()
    {
        using var fixture = await SpeakingFixture.StartAsync();
        await fixture.AssignAsync("a-nadia", AdvisorLevel.Novice);
        await fixture.SayAsync(RedLight);
        var seen = await fixture.LookAsync();
        const string Added = " Bien à vous, Zénobie";

        var kept = Assert.IsType<FeedbackTaken.Kept>(
            await fixture.TellAsync("f-1", FeedbackKind.Edited, seen, text: seen.Suggestions[0].Text + Added));

        var length = seen.Suggestions[0].Text.Length + Added.Length;
        Assert.Equal((double)Added.Length / length, kept.Entry.Distance!.Value, 3);
        Assert.Equal(AdvisorLevel.Novice, kept.Entry.Level);
        var row = fixture.Tables.Dump().Single(entry => entry.Row.RowKey == "feedback-f-1").Row;
        Assert.DoesNotContain(row.Properties.Values, value => value is string text
            && (text.Contains("Zénobie", StringComparison.Ordinal) || text.Contains("a-nadia", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Leaving_the_frame_is_about_no_suggestion()
    {
        using var fixture = await SpeakingFixture.StartAsync();
        await fixture.SayAsync(RedLight, Said.Advisor(5, "Je vous l'offre."));

        var kept = Assert.IsType<FeedbackTaken.Kept>(await fixture.Feedback.RecordAsync(
            SpeakingFixture.Key,
            new("f-1", FeedbackKind.HorsCadre, Reason: FeedbackReason.GoodwillGesture),
            TestContext.Current.CancellationToken));

        Assert.Equal((FeedbackReason.GoodwillGesture, null), (kept.Entry.Reason, kept.Entry.SuggestionId));
    }

    [Fact]
    public async Task What_is_not_known_is_said_to_be_so()
    {
        using var fixture = await SpeakingFixture.StartAsync();
        await fixture.SayAsync(RedLight);
        var version = (await fixture.LookAsync()).Version!;
        var given = new FeedbackGiven("f-1", FeedbackKind.Inserted, "no-such", version.OrderKey, version.Position);

        Assert.IsType<FeedbackTaken.SuggestionUnknown>(
            await fixture.Feedback.RecordAsync(SpeakingFixture.Key, given, TestContext.Current.CancellationToken));
        Assert.IsType<FeedbackTaken.ConversationUnknown>(
            await fixture.Feedback.RecordAsync("generic~demo~nobody", given, TestContext.Current.CancellationToken));
    }
}
