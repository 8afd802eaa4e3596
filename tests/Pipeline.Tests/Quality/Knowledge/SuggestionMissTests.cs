using Pipeline.Messages;
using Pipeline.Quality.Knowledge.Register;

namespace Pipeline.Tests.Quality.Knowledge;

public sealed class SuggestionMissTests
{
    private const string Question = "Mon répéteur mesh ne s'appaire plus après la mise à jour";

    [Fact]
    public void A_message_for_which_nothing_was_suggested_is_a_miss()
    {
        var miss = Assert.Single(SuggestionMisses.In(Closed.Record("c-1", [Closed.Customer(Question)])));
        Assert.Equal((SightingKind.NothingSuggested, Question, "m1"), (miss.Kind, miss.Wording, miss.MessageId));
        Assert.Equal(["a-nadia"], miss.Advisors);
    }

    [Theory]
    [InlineData(FeedbackReason.NotRelevant, true)]
    [InlineData(FeedbackReason.Incorrect, true)]
    [InlineData(FeedbackReason.WrongTone, false)]
    [InlineData(FeedbackReason.AlreadySaid, false)]
    [InlineData(FeedbackReason.TooLate, false)]
    [InlineData(FeedbackReason.Other, false)]
    public void What_was_dismissed_as_beside_the_matter_or_wrong_is_a_miss_and_nothing_else(FeedbackReason reason, bool isMiss) => Assert.Equal(
        isMiss ? [SightingKind.AllDismissed] : [],
        SuggestionMisses.In(Closed.Record(
            "c-1", [Closed.Customer(Question, "s-1")], feedback: Closed.Told("s-1", FeedbackKind.Dismissed, reason))).Select(miss => miss.Kind));

    [Fact]
    public void One_suggestion_that_was_not_dismissed_or_was_used_after_all_is_no_miss()
    {
        var dismissed = Closed.Told("s-1", FeedbackKind.Dismissed, FeedbackReason.NotRelevant);
        Assert.Empty(SuggestionMisses.In(Closed.Record("c-1", [Closed.Customer(Question, "s-1", "s-2")], feedback: dismissed)));
        Assert.Empty(SuggestionMisses.In(Closed.Record(
            "c-1", [Closed.Customer(Question, "s-1")], feedback: [dismissed, Closed.Told("s-1", FeedbackKind.Sent)])));
        Assert.Empty(SuggestionMisses.In(Closed.Record("c-1", [Closed.Customer(Question) with { Suggestions = null }])));
    }

    [Fact]
    public void What_asks_nothing_or_is_not_there_any_more_is_no_miss()
    {
        Assert.Empty(SuggestionMisses.In(Closed.Record(
            "c-1",
            [
                Closed.Customer("ok et alors ?"),
                Closed.Customer("merci"),
                Closed.Customer("") with { DeletedAt = Closed.Start },
                Closed.Customer(Question) with { Analysis = Support.Said.Analysis(0.5, "thanks_feedback", []) },
            ])));
    }

    [Fact]
    public void In_a_conversation_that_is_held_out_nothing_failed()
    {
        var record = Closed.Record("c-1", [Closed.Customer(Question)]);
        var key = Pipeline.Ports.ConversationRowKeys.Suggestions(ConversationKeys.Order(Closed.Start, "m1"));
        var heldOut = new Pipeline.Ports.TableRow(record.Key, key, new Dictionary<string, object> { ["HeldOut"] = true });
        Assert.Empty(SuggestionMisses.In(record with { Rows = new Dictionary<string, Pipeline.Ports.TableRow> { [key] = heldOut } }));
    }
}
