using Pipeline.Suggestions.Ranking;

namespace Pipeline.Tests.Suggestions.Ranking;

/// <summary>The ranker that ships.</summary>
public sealed class ReplyRankerTests
{
    private static readonly ReplyRanker Ranker = ReplyRanker.Shared;

    private static readonly RankingTurn[] Late =
    [
        new(false, "Hi, my order 7781 still has not arrived"),
        new(true, "I am sorry to hear that. Could you confirm your delivery address, please?"),
        new(false, "12 Mill Lane, Bristol. I need the kettle by Friday!"),
    ];

    [Theory]
    [InlineData("I am sorry for the delay with order 7781. I am checking with the courier now.", "Your account balance is 250 in credit.")]
    [InlineData("I am sorry for the delay with order 7781. I am checking with the courier now.", "Hello, how can I help you?")]
    [InlineData("Your order 7781 will reach you by Friday.", "Your order 9999 will reach you by Friday.")]
    [InlineData("Your kettle will be delivered by Friday.", "Your phone will be delivered by Tuesday.")]
    public void What_answers_the_customer_ranks_before_what_does_not(string better, string worse) =>
        Assert.True(Score(Late, better) > Score(Late, worse));

    [Fact]
    public void The_same_texts_always_have_the_same_score()
    {
        var score = Score(Late, "Your order 7781 will reach you by Friday.");

        Assert.All(Enumerable.Range(0, 3), _ => Assert.Equal(score, Score(Late, "Your order 7781 will reach you by Friday.")));
    }

    [Fact]
    public void Only_the_last_six_turns_are_read()
    {
        RankingTurn[] earlier = [.. Late, .. Late, .. Late];

        Assert.Equal(Score(earlier, "Thank you."), Score(earlier[3..], "Thank you."));
    }

    [Fact]
    public void Reasons_are_those_that_moved_the_score_most_strongest_first()
    {
        var reasons = Ranker.Explain(Ranker.Prepare(Late), Ranker.Prepare("Order 7781 will reach Mill Lane by Friday."), most: 5);

        Assert.Equal(5, reasons.Count);
        Assert.Contains(reasons, reason => reason is { Aspect: "numbers known" or "names known" or "customer's words", Contribution: > 0 });
        Assert.Equal(reasons.OrderByDescending(reason => MathF.Abs(reason.Contribution)), reasons);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!…")]
    [InlineData("你好，我的订单还没到")]
    [InlineData("J'ai reçu l'objet n° 12,5 cassé…\n\nÇa va pas du tout !!! 😡")]
    public void Any_text_can_be_ranked(string text)
    {
        Assert.True(float.IsFinite(Score([new(false, text)], "Thank you.")));
        Assert.True(float.IsFinite(Score(Late, text)));
        Assert.True(float.IsFinite(Score([], text)));
    }

    private static float Score(RankingTurn[] turns, string reply) => Ranker.Score(Ranker.Prepare(turns), Ranker.Prepare(reply));
}
