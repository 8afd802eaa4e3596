using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Library;

namespace Pipeline.Tests.Suggestions.Slots;

public sealed class BlankTests
{
    [Fact]
    public void A_reply_with_an_unfilled_slot_is_offered_with_a_blank_that_asks_the_advisor_in_the_language_of_the_conversation()
    {
        var suggestion = Assert.Single(Suggest("Parlons-nous de la commande {order_number} et de ses {amount} ?", "ma commande de routeur"));

        Assert.Equal("Parlons-nous de la commande {order_number} et de ses {amount} ?", suggestion.Text);
        Assert.Equal(
            [new("order_number", "numéro de commande", "{order_number}"), new("amount", "montant", "{amount}")],
            suggestion.Blanks);
        Assert.False(suggestion.IsComplete);
    }

    [Fact]
    public void A_slot_that_is_there_twice_is_one_blank() =>
        Assert.Single(Assert.Single(Suggest("La commande {order_number}, bien la {order_number} ?", "ma commande")).Blanks);

    [Fact]
    public void Each_blank_costs_a_tenth_of_the_score_and_one_that_falls_under_the_threshold_is_not_offered()
    {
        var whole = Assert.Single(Suggest("Je regarde ces frais de la commande.", "des frais sur ma commande"));
        var blank = Assert.Single(Suggest("Je regarde ces {amount} frais de la commande.", "des frais sur ma commande"));

        Assert.Equal(whole.Score * 0.9, blank.Score, 3);
        Assert.Empty(Suggest("Je regarde ces {amount} frais de la commande.", "des frais sur ma commande", (whole.Score + blank.Score) / 2));
    }

    [Theory]
    [InlineData("Ces {amount} du {date}", "amount,date")]
    [InlineData("{link:tracking}{link:tracking}", "link:tracking")]
    [InlineData("{", "")]
    [InlineData("{}{ a }{A}{a b}{é}", "")]
    [InlineData("{{amount}}", "amount")]
    [InlineData("rien", "")]
    public void The_checker_finds_every_slot_and_nothing_else(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', UnfilledSlots.In(text)));

    [Fact]
    public void A_suggestion_that_was_stored_before_there_were_blanks_has_none()
    {
        const string Stored = """[{"id":"a","text":"b","category":"holding","source":"phrase:c","score":0.5,"reasons":[]}]""";
        var suggestion = Assert.Single(JsonSerializer.Deserialize(Stored, PipelineJson.Default.IReadOnlyListSuggestion)!);

        Assert.Empty(suggestion.Blanks);
        Assert.True(suggestion.IsComplete);
    }

    private static IReadOnlyList<Suggestion> Suggest(string text, string said, double minimumScore = 0)
    {
        var phrase = new Phrase(
            new PhraseDraft { Id = "x", Language = "fr", Category = "explanation", Tone = "neutral", Text = text, Intents = ["order_status"] }, "test");
        return ReplySuggester.Suggest(
            new Chat("fr").Customer(said, "order_status").Scored(),
            new CandidateIndex("fr", [phrase]),
            new SuggestionOptions { MinimumScore = minimumScore });
    }
}
