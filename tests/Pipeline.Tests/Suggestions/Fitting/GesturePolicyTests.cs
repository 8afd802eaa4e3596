using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Fitting;
using Pipeline.Suggestions.Library;

namespace Pipeline.Tests.Suggestions.Fitting;

public sealed class GesturePolicyTests
{
    private static readonly SuggestionOptions Options = new()
    {
        MinimumScore = 0,
        Gestures =
        {
            ["boreal"] = new()
            {
                ["delivery_problem"] = new() { Amount = 15, Source = "charte 2026" },
                ["*"] = new() { Amount = 5, Source = "charte 2026" },
            },
        },
    };

    [Theory]
    [InlineData("Je vous offre un geste commercial de 15 €.", "boreal", "delivery_problem", true)]
    [InlineData("Je vous offre un geste commercial de 15,01 €.", "boreal", "delivery_problem", false)]
    [InlineData("Je vous offre un geste commercial de 15 £.", "boreal", "delivery_problem", false)]
    [InlineData("Je vous offre un geste commercial de 15 €.", "boreal", "outage", false)]
    [InlineData("Je vous offre un geste commercial de 5 €.", "boreal", null, true)]
    [InlineData("Je vous offre un geste commercial de 5 €.", "lumo", "delivery_problem", false)]
    [InlineData("Une remise de 20 % vous attend.", "boreal", "delivery_problem", false)]
    [InlineData("Ce mois offert vous attend.", "boreal", "delivery_problem", false)]
    [InlineData("We'll refund you €40.", "boreal", "delivery_problem", false)]
    [InlineData("Je regarde où en est votre remboursement de 40 €.", "boreal", "delivery_problem", true)]
    [InlineData("Je cherche d'où viennent ces 40 €.", "lumo", null, true)]
    public void Nothing_above_the_limit_of_the_brand_for_the_situation_is_offered(string text, string brand, string? intent, bool isAllowed) =>
        Assert.Equal(isAllowed, GesturePolicy.Violations(text, new(brand, "web", intent, "fr"), Options).Count == 0);

    [Fact]
    public void A_suggestion_that_offers_something_shows_the_limit_and_where_it_comes_from()
    {
        Assert.Equal("Geste possible jusqu'à 15\u00A0€ (charte 2026)", Suggest("Pour ce retard, je vous offre 10 €.")[0].Reasons[0]);
        Assert.DoesNotContain("charte", string.Concat(Suggest("Pour ce retard, je regarde.")[0].Reasons), StringComparison.Ordinal);
        Assert.Empty(Suggest("Pour ce retard, je vous offre 20 €."));
    }

    private static IReadOnlyList<Messages.Suggestion> Suggest(string text)
    {
        var draft = new PhraseDraft
        {
            Id = "x",
            Language = "fr",
            Category = "explanation",
            Tone = "neutral",
            Text = text,
            Intents = ["delivery_problem"],
        };
        return ReplySuggester.Suggest(
            new Chat("fr").Customer("mon colis a du retard", "delivery_problem").Scored(), new CandidateIndex("fr", [new Phrase(draft, "test")]), Options);
    }
}
