using Pipeline.Suggestions;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Tests.Suggestions.Slots;

/// <summary>What fills {amount} and {date}: what the customer named so that nothing else can be meant. "-" is a blank.</summary>
public sealed class SpokenValueTests
{
    private const string Blank = "-";

    [Theory]
    [InlineData("on m'a pris 12,50 € ce mois-ci", "12,50 €")]
    [InlineData("12.50€ de trop", "12,50 €")]
    [InlineData("c'est quoi ces 12€50", "12,50 €")]
    [InlineData("12 euros 50 en plus", "12,50 €")]
    [InlineData("j'ai été prélevée de 1 450 euros", "1 450 €")]
    [InlineData("1.450,5 EUR", "1 450,50 €")]
    [InlineData("£3,200 débités", "3 200 £")]
    [InlineData("EUR 9.99", "9,99 €")]
    [InlineData("45 balles pour ça", "45 €")]
    [InlineData("45 € et encore 45 euros, oui 45€", "45 €")]
    [InlineData("J'ai été prélevé de 45 € au lieu de 20 €", "45 €")]
    [InlineData("Mon forfait est à 20 €. On m'a prélevé 45 €.", "45 €")]
    public void An_amount_that_cannot_be_mistaken_is_written_as_the_language_does(string said, string expected) =>
        Assert.Equal(expected, French(said, "{amount}"));

    [Theory]
    [InlineData("ma facture est trop chère")]
    [InlineData("mon débit est de 300 Mb/s, et 45 minutes d'attente")]
    [InlineData("45 € puis 60 €")]
    [InlineData("prélevé 45 € et prélevé 60 €")]
    [InlineData("entre 10 et 15 €")]
    [InlineData("10-15 €")]
    [InlineData("10 à 15 €")]
    [InlineData("environ 50 €")]
    [InlineData("2 x 15 €")]
    [InlineData("mon forfait à 19,99 €/mois")]
    [InlineData("12 euros et 50 centimes")]
    [InlineData("la référence A45 € [PHONE_1] €")]
    public void When_in_doubt_the_amount_is_a_blank(string said) => Assert.Equal(Blank, French(said, "{amount}"));

    [Theory]
    [InlineData("you took £12.50 from me", "£12.50")]
    [InlineData("charged 1,450 pounds", "£1,450")]
    [InlineData("I was charged €45 instead of €20", "€45")]
    [InlineData("about £50", Blank)]
    [InlineData("a plan of £20 a month", Blank)]
    public void Amounts_are_written_the_English_way_in_English(string said, string expected) => Assert.Equal(expected, English(said, "{amount}"));

    [Theory]
    [InlineData("le technicien devait venir le 3 mars", "mardi 3 mars")]
    [InlineData("mardi 3 mars personne", "mardi 3 mars")]
    [InlineData("le 03/03", "mardi 3 mars")]
    [InlineData("03/03/2026 à 10h", "mardi 3 mars")]
    [InlineData("2026-03-03", "mardi 3 mars")]
    [InlineData("facture du 1er décembre", "lundi 1er décembre 2025")]
    [InlineData("depuis le 14 févr. 2026", "samedi 14 février")]
    [InlineData("le 3 mars, oui mardi 3 mars !", "mardi 3 mars")]
    [InlineData("mercredi 3 mars", Blank)]
    [InlineData("le 31 février", Blank)]
    [InlineData("le 3 mars ou le 4 mars", Blank)]
    [InlineData("entre le 3 et 4 mars", Blank)]
    [InlineData("joignable 24/7, étape 2/3", Blank)]
    [InlineData("hier, ou mardi", Blank)]
    [InlineData("version 3.3.1 du 3 rue mars", Blank)]
    public void A_day_that_cannot_be_mistaken_is_written_as_the_language_does(string said, string expected) =>
        Assert.Equal(expected, French(said, "{date}"));

    [Theory]
    [InlineData("nobody came on Tuesday 3rd March", "Tuesday 3 March")]
    [InlineData("the 3rd of March", "Tuesday 3 March")]
    [InlineData("my bill of March 3, 2025", "Monday 3 March 2025")]
    [InlineData("on 25/12/2025", "Thursday 25 December 2025")]
    [InlineData("on 03/04/2026", Blank)]
    [InlineData("Wednesday 3 March", Blank)]
    [InlineData("it may 2 times", Blank)]
    public void Days_are_written_the_English_way_in_English(string said, string expected) => Assert.Equal(expected, English(said, "{date}"));

    [Fact]
    public void What_an_advisor_alone_named_fills_nothing_and_makes_what_the_customer_named_doubtful()
    {
        Assert.Equal(Blank, Fill(new Chat("fr").Advisor("C'est 30 €, le 3 mars.").Customer("ah bon"), "fr", "{amount}"));
        Assert.Equal(Blank, Fill(new Chat("fr").Customer("le 3 mars").Advisor("Plutôt le 5 mars ?").Customer("ah"), "fr", "{date}"));
        Assert.Equal(Blank, Fill(new Chat("fr").Customer("et ces 45 € ?").Advisor("Votre offre est à 30 €.").Customer("ah"), "fr", "{amount}"));
        Assert.Equal("45 €", Fill(new Chat("fr").Customer("on m'a débité 45 €").Advisor("Votre offre est à 30 €.").Customer("ah"), "fr", "{amount}"));
    }

    [Fact]
    public void The_newest_message_about_a_charge_is_the_one_that_counts() => Assert.Equal("60 €", Fill(
        new Chat("fr").Customer("on m'a débité 45 €").Customer("pardon, débité 60 €").Customer("voilà"), "fr", "{amount}"));

    [Fact]
    public void The_end_of_a_long_message_is_read_too() =>
        Assert.Equal("45 €", French(new string('a', 400) + " 45 €", "{amount}"));

    [Fact]
    public void An_order_number_was_masked_and_is_asked_from_the_advisor() =>
        Assert.Equal(Blank, French("commande [ORDER_NUMBER_1]", "{order_number}"));

    [Fact]
    public void What_the_platform_knows_fills_its_slots_and_a_masked_product_does_not()
    {
        var scored = new Chat("fr").Customer("bonjour").Scored();
        var known = scored with
        {
            Conversation = scored.Conversation with
            {
                Attributes = new() { Product = "Fibre Max", DeliveryDate = new(2026, 3, 10), AppointmentDate = new(2027, 1, 1) },
            },
        };
        const string Text = "{product}, {delivery_date}, {appointment_date}";

        Assert.Equal("Fibre Max, mardi 10 mars, vendredi 1er janvier 2027", Fill(known));
        Assert.Equal(Text, Fill(scored));
        Assert.Equal("{product}", SlotFiller.Fill("{product}", PhraseCategory.Holding, Values("Box de [NAME_1]"))!.Text);

        SlotValues Values(string product) => new(
            scored with { Conversation = scored.Conversation with { Attributes = new() { Product = product } } }, "fr", new SuggestionOptions());

        static string Fill(Messages.MessageScored message) =>
            SlotFiller.Fill(Text, PhraseCategory.Holding, new SlotValues(message, "fr", new SuggestionOptions()))!.Text;
    }

    private static string French(string said, string slot) => Fill(new Chat("fr").Customer(said), "fr", slot);

    private static string English(string said, string slot) => Fill(new Chat("en").Customer(said), "en", slot);

    private static string Fill(Chat chat, string language, string slot)
    {
        var filled = SlotFiller.Fill(slot, PhraseCategory.Explanation, new SlotValues(chat.Scored(), language, new SuggestionOptions()))!;
        Assert.Equal(filled.Blanks.Count > 0, filled.Text == slot);
        return filled.Blanks.Count > 0 ? Blank : filled.Text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
    }
}
