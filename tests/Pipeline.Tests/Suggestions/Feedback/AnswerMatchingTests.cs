using FsCheck;
using FsCheck.Fluent;
using Pipeline.Messages;
using Pipeline.Suggestions.Feedback;
using Pipeline.Tests.Suggestions.Speaking;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions.Feedback;

public sealed class AnswerMatchingTests
{
    private static readonly Suggestion Restart = new(
        "s-1", "Pouvez-vous débrancher la box dix secondes, puis la rebrancher ?", "question", "phrase:fr-question-07", 0.8, []);

    private static readonly Suggestion Sorry = new(
        "s-2", "Je suis désolée pour cette gêne, je regarde tout de suite.", "apology", "phrase:fr-apology-02", 0.7, []);

    [Theory]
    [InlineData("Pouvez-vous débrancher la box dix secondes, puis la rebrancher ?", AnswerUse.Verbatim, "s-1")]
    [InlineData("pouvez-vous débrancher  la box dix secondes, puis la rebrancher ?", AnswerUse.Verbatim, "s-1")]
    [InlineData("Camille, pouvez-vous débrancher la box dix secondes puis la rebrancher, s'il vous plaît ?", AnswerUse.Edited, "s-1")]
    [InlineData("Désolée pour cette gêne !", AnswerUse.OwnWords, null)]
    [InlineData("La panne est connue, nos techniciens y sont.", AnswerUse.OwnWords, null)]
    [InlineData("", AnswerUse.OwnWords, null)]
    public void A_sent_text_tells_whether_a_suggestion_is_in_it(string text, AnswerUse use, string? used)
    {
        var match = AnswerMatching.Match([Sorry, Restart], text);
        Assert.Equal((use, used), (match.Use, match.Used?.Id));
        Assert.Equal(use == AnswerUse.OwnWords, match.Distance == 1);
    }

    [Fact]
    public async Task The_first_answer_to_what_was_suggested_is_a_moment_with_its_wait_and_what_came_after()
    {
        using var fixture = await SpeakingFixture.StartAsync();
        await fixture.SayAsync(Said.Customer(0, "ma box a un voyant rouge", -0.6, "internet_trouble"));
        await fixture.SayAsync(Said.Customer(10, "la box a un voyant rouge depuis ce matin", -0.4, "internet_trouble"));
        var offered = (await fixture.LookAsync()).Suggestions;
        await fixture.SayAsync(
            Said.Advisor(40, offered[0].Text), Said.Advisor(45, "Et aussi…"), Said.Customer(60, "ça marche, merci", 0.8));
        var transcript = (await fixture.Reader.ReadAsync(SpeakingFixture.Key, TestContext.Current.CancellationToken))!;

        var moment = Assert.Single(AnswerMatching.Of(transcript, found => found));

        Assert.Equal(("m-10", "m-40", AnswerUse.Verbatim, offered[0].Id), (moment.MessageId, moment.AnswerId, moment.Use, moment.Used!.Id));
        Assert.Equal(TimeSpan.FromSeconds(40), moment.Waited);
        Assert.Equal((-0.4, 0.8), (moment.Before, moment.After));
    }

    [Fact]
    public void A_distance_is_between_none_and_all_the_same_both_ways_and_none_only_for_the_same_text()
    {
        var texts = Gen.Elements("a", "b", "é", " ", "mot", "!").ArrayOf().Select(parts => string.Concat(parts));
        Check.One(
            Config.QuickThrowOnFailure.WithQuietOnSuccess(true),
            Prop.ForAll(texts.ToArbitrary(), texts.ToArbitrary(), (left, right) =>
            {
                var distance = EditDistance.Of(left, right);
                return distance is >= 0 and <= 1
                    && distance == EditDistance.Of(right, left)
                    && (distance == 0) == (Plain(left) == Plain(right));
            }));
    }

    [Fact]
    public void A_distance_is_the_share_of_characters_that_were_changed() => Assert.Equal(3.0 / 7, EditDistance.Of("kitten", "sitting"), 6);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
