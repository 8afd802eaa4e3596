using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Tests.Suggestions;

public sealed class SlotFillerTests
{
    [Theory]
    [InlineData("Bonjour {customer_first_name}, c'est {advisor_first_name}. Je regarde.", "Bonjour Camille, c'est Nadia. Je regarde.")]
    [InlineData("Bienvenue chez {brand} !", "Bienvenue chez Boreal !")]
    public void What_is_known_fills_its_slot(string text, string expected) =>
        Assert.Equal(expected, Fill(text, customer: "Camille", advisor: "Nadia"));

    [Theory]
    [InlineData("Bonjour {customer_first_name}, je regarde.", "Bonjour, je regarde.")]
    [InlineData("Bonne journée, {customer_first_name} !", "Bonne journée !")]
    [InlineData("Belle journée, {customer_first_name} ☀️", "Belle journée ☀️")]
    [InlineData("You're back online, {customer_first_name}, that's great to read!", "You're back online, that's great to read!")]
    [InlineData("La connexion est revenue, bien joué {customer_first_name} ! Merci.", "La connexion est revenue, bien joué ! Merci.")]
    [InlineData("Bien à vous, {advisor_first_name}, {brand}.", "Bien à vous, Boreal.")]
    [InlineData("À bientôt, {advisor_first_name}", "À bientôt")]
    [InlineData("Bonjour, je suis {advisor_first_name}, de {brand}. Je vous lis.", "Bonjour. Je vous lis.")]
    [InlineData("Bonjour {customer_first_name} 👋 Ici {advisor_first_name}. Dites-moi.", "Bonjour 👋 Dites-moi.")]
    [InlineData("Hi, {advisor_first_name} from {brand} here. I've got your message.", "Hi. I've got your message.")]
    public void A_name_that_is_not_known_is_dropped_where_the_rest_reads_well(string text, string expected) =>
        Assert.Equal(expected, Fill(text, category: "greeting"));

    [Theory]
    [InlineData("Je note le nom de {customer_first_name}.")]
    [InlineData("Hello, {customer_first_name} Ltd is on file.")]
    [InlineData("My name is {advisor_first_name}.")]
    [InlineData("Bonjour, je suis {advisor_first_name}.")]
    [InlineData("C'est ici : {link:tracking}")]
    public void A_phrase_that_cannot_be_filled_has_no_text(string text) => Assert.Null(Fill(text, category: "greeting"));

    [Fact]
    public void An_introduction_outside_a_greeting_is_no_form_to_cut() =>
        Assert.Null(Fill("Bonjour, {advisor_first_name} vous répond. Voilà la suite.", category: "explanation"));

    [Theory]
    [InlineData("{link:tracking}")]
    [InlineData("x@example.org")]
    [InlineData("user4711")]
    [InlineData("[name]")]
    [InlineData("Jean\nPaul")]
    [InlineData("")]
    public void What_is_no_name_is_treated_as_not_known(string name) =>
        Assert.Equal("Bonjour, je regarde.", Fill("Bonjour {customer_first_name}, je regarde.", customer: name));

    [Fact]
    public void A_link_and_a_name_of_the_brand_come_from_its_settings_and_from_no_other_brands()
    {
        var options = new SuggestionOptions
        {
            BrandNames = { ["boreal"] = "Boréal" },
            Links = { ["boreal"] = new() { ["tracking"] = "https://boreal.example/suivi" } },
        };

        Assert.Equal("Boréal : https://boreal.example/suivi", Fill("{brand} : {link:tracking}", options: options));
        Assert.Null(Fill("{brand} : {link:tracking}", options: options, brand: "lumo"));
        Assert.Null(Fill("{brand} : {link:other}", options: options));
    }

    [Fact]
    public void A_conversation_without_a_brand_is_never_welcomed_to_one() => Assert.Null(Fill("Bienvenue chez {brand} !", brand: "default"));

    private static string? Fill(
        string text,
        string? customer = null,
        string? advisor = null,
        string category = "holding",
        string brand = "boreal",
        SuggestionOptions? options = null)
    {
        var phrase = new Phrase(new PhraseDraft { Id = "x", Language = "fr", Category = category, Tone = "warm", Text = text }, "test");
        var state = new ConversationState { CustomerFirstName = customer, AdvisorFirstName = advisor };
        var scored = new Chat("fr", brand).Customer("Bonjour").Scored() with { State = state };
        return SlotFiller.Fill(phrase, new SlotValues(scored, "fr", options ?? new SuggestionOptions()))?.Text;
    }
}
