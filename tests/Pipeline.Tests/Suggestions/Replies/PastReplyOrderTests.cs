using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Ranking;
using Pipeline.Suggestions.Replies;

namespace Pipeline.Tests.Suggestions.Replies;

public sealed class PastReplyOrderTests
{
    private static readonly string[] Texts =
    [
        "You can change the delivery address in the app.", "The technician restarts the line from our side.",
        "Your new card is on its way and works at once.", "A refund goes back to the card it came from.",
        "The booking is confirmed, and a table is kept for you.", "There are three hotels in the centre of town.",
    ];

    [Fact]
    public void Replies_that_fit_equally_come_in_the_order_of_the_ranker()
    {
        var scored = Question.Scored();
        var context = ReplyRanker.Shared.Prepare([new(false, "hello"), new(true, "Hello, how can I help?"), new(false, scored.Message.Text)]);
        var best = Texts.OrderByDescending(text => ReplyRanker.Shared.Score(context, ReplyRanker.Shared.Prepare(text))).Take(2);

        Assert.Equal(best, Suggest(scored, [.. Texts.Select(text => Reply(text))]).Select(suggestion => suggestion.Text));
        Assert.Equal(best, Suggest(scored, [.. Texts.Reverse().Select(text => Reply(text))]).Select(suggestion => suggestion.Text));
    }

    [Fact]
    public void The_ranker_and_the_uses_add_no_more_than_their_bounds()
    {
        var scored = Question.Scored();
        var alone = Texts.ToDictionary(text => text, text => Assert.Single(Suggest(scored, [Reply(text, 1)])).Score);
        var often = Texts.ToDictionary(text => text, text => Assert.Single(Suggest(scored, [Reply(text, ReplyThresholds.MostUses)])).Score);
        Assert.All(Texts, text => Assert.Equal(0.02, often[text] - alone[text], 3));

        Assert.All(
            Suggest(scored, [.. Texts.Select(text => Reply(text, ReplyThresholds.MostUses))]),
            suggestion => Assert.InRange(suggestion.Score - alone[suggestion.Text], 0, 0.0602));
    }

    [Fact]
    public void Of_replies_that_fit_and_rank_alike_the_one_sent_more_often_comes_first()
    {
        var scored = Question.Scored();
        var one = Assert.Single(Suggest(scored, [Reply(Texts[0], 40)]));
        var other = Assert.Single(Suggest(scored, [Reply(Texts[0], 3)]));
        Assert.InRange(one.Score - other.Score, 0.005, 0.02);
    }

    [Fact]
    public void What_fits_worse_by_more_than_the_bounds_stays_behind_however_often_it_was_sent()
    {
        var scored = Question.Scored();
        var (fits, does_not) = (Reply(Texts[3], 3), Reply(Texts[0], ReplyThresholds.MostUses, "sim_activation"));
        Assert.Equal(Texts[3], Suggest(scored, [fits, does_not])[0].Text);
    }

    [Fact]
    public void Phrases_keep_their_scores_and_their_order_beside_replies()
    {
        var scored = Question.Scored();
        var phrases = CandidateCollection.Of("en", PhraseSeed.Phrases().Where(phrase => phrase.Language == "en").Select(ReplyCandidate.Of));
        var without = Suggest(scored, phrases);
        var with = Suggest(scored, phrases, CandidateCollection.Of("en", [Reply("Kept for nobody at all.", 3, "sim_activation")]));

        Assert.Equal(without.Select(suggestion => (suggestion.Source, suggestion.Score)), with.Select(suggestion => (suggestion.Source, suggestion.Score)));
    }

    [Theory]
    [InlineData(3, "refund_request", "Sent before by colleagues in 3 conversations like this one")]
    [InlineData(3, null, "Sent before by colleagues in 3 conversations")]
    [InlineData(64, "refund_request", "Sent before by colleagues in at least 64 conversations like this one")]
    public void An_advisor_is_told_that_colleagues_sent_it(int uses, string? intent, string reason)
    {
        var suggestion = Assert.Single(Suggest(Question.Scored(), [Reply(Texts[3], uses, intent)]));
        Assert.Equal(reason, suggestion.Reasons[0]);
        Assert.Equal("reply:0", suggestion.Source[..7]);
    }

    private static Chat Question => new Chat("en").Customer("hello", "refund_request").Advisor("Hello, how can I help?").Customer("what now", "refund_request");

    private static ReplyCandidate Reply(string text, int uses = 3, string? intent = "refund_request") => new()
    {
        Kind = CandidateKind.Reply,
        Id = $"0{text.Length:x15}",
        Source = $"reply:0{text.Length:x15}",
        Language = "en",
        Text = text,
        Category = PhraseCategory.Explanation,
        Intents = intent is null ? [] : [intent],
        Accepted = uses,
    };

    private static IReadOnlyList<Suggestion> Suggest(MessageScored scored, IReadOnlyList<ReplyCandidate> replies) =>
        Suggest(scored, CandidateCollection.Of("en", replies));

    private static IReadOnlyList<Suggestion> Suggest(MessageScored scored, params CandidateCollection[] collections) =>
        ReplySuggester.Suggest(scored, new CandidateIndex("en", collections), new SuggestionOptions { MinimumScore = 0.0001 });
}
