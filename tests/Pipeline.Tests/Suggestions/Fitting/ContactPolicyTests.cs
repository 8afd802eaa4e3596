using Pipeline.Suggestions;
using Pipeline.Suggestions.Fitting;

namespace Pipeline.Tests.Suggestions.Fitting;

public sealed class ContactPolicyTests
{
    private static readonly SuggestionOptions Options = new()
    {
        BrandNames = { ["boreal"] = "Boréal", ["lumo"] = "Lumo" },
        Links = { ["boreal"] = new() { ["tracking"] = "https://suivi.boreal.example/colis" } },
        Contacts = new()
        {
            PhoneChannels = { "web" },
            LinkHosts = { ["boreal"] = ["aide.boreal.example"], ["lumo"] = ["lumo.example"] },
            Numbers =
            {
                new() { Number = "3976", Intents = { "outage", "internet_trouble" } },
                new() { Number = "776", Prices = { ["fr"] = "0,38 € la minute", ["en"] = "€0.38 a minute" } },
                new() { Number = "01 23 45 67 89", Brand = "boreal" },
            },
        },
    };

    [Theory]
    [InlineData("Appelez-nous, ce sera plus simple.", "call_not_allowed")]
    [InlineData("Voyons cela de vive voix.", "call_not_allowed")]
    [InlineData("Je peux vous rappeler demain.", "call_not_allowed")]
    [InlineData("Give us a call when you can.", "call_not_allowed")]
    [InlineData("Shall I call you?", "call_not_allowed")]
    [InlineData("Notre numéro : 01 23 45 67 89.", "phone_not_allowed")]
    [InlineData("Écrivez au +33 1 23 45 67 89.", "phone_not_allowed")]
    [InlineData("C'est le 3976.", "phone_not_allowed")]
    [InlineData("Le code s'obtient en appelant le 3179.", "phone_not_allowed,call_not_allowed")]
    [InlineData("Dial 150 and wait.", "phone_not_allowed,call_not_allowed")]
    [InlineData("Une équipe répond au 3131.", "phone_not_allowed")]
    [InlineData("Votre téléphone a 14 jours, échange possible.", "")]
    [InlineData("Vous pouvez de nouveau appeler.", "")]
    [InlineData("Je vous rappelle que la box est neuve.", "")]
    [InlineData("Look for it in the call settings.", "")]
    [InlineData("Je m'appelle Nadia, commande de 3976 pièces du 12/03/2026 à 1 450,00 €.", "phone_not_allowed")]
    [InlineData("Ces 1 450,00 € du mardi 3 mars 2026, 300 Mb/s, version 2.14.3.", "")]
    public void Where_the_telephone_is_not_allowed_no_text_leads_to_it(string text, string rules) =>
        Assert.Equal(rules, Rules(text, channel: "whatsapp", intent: "outage"));

    [Theory]
    [InlineData("Appelez le 01 23 45 67 89.", "boreal", "")]
    [InlineData("Appelez le +33 1 23 45 67 89.", "boreal", "")]
    [InlineData("Appelez le 01 23 45 67 89.", "lumo", "number_of_another_brand")]
    [InlineData("Appelez le 09 87 65 43 21.", "boreal", "number_not_listed")]
    [InlineData("Composez le 3131.", "boreal", "number_not_listed")]
    public void Only_a_listed_number_of_the_brand_is_given(string text, string brand, string rules) => Assert.Equal(rules, Rules(text, brand: brand));

    [Theory]
    [InlineData("outage", "")]
    [InlineData("internet_trouble", "")]
    [InlineData("refund", "number_not_for_this_situation")]
    [InlineData(null, "number_not_for_this_situation")]
    public void An_emergency_number_is_for_its_situations_only(string? intent, string rules) =>
        Assert.Equal(rules, Rules("En cas d'urgence, le 3976.", intent: intent));

    [Theory]
    [InlineData("Appelez le 776 (0,38 € la minute).", "fr", "")]
    [InlineData("Appelez le 776, 0,38 € la minute.", "fr", "")]
    [InlineData("Appelez le 776 0,38 € la minute.", "fr", "")]
    [InlineData("Call 776 (€0.38 a minute).", "en", "")]
    [InlineData("Appelez le 776.", "fr", "price_missing")]
    [InlineData("0,38 € la minute : le 776.", "fr", "price_missing")]
    [InlineData("Appelez le 776 (0,50 € la minute).", "fr", "price_missing")]
    [InlineData("Call 776 (0,38 € la minute).", "en", "price_missing")]
    public void A_paid_number_is_followed_by_its_price(string text, string language, string rules) => Assert.Equal(rules, Rules(text, language: language));

    [Theory]
    [InlineData("https://suivi.boreal.example/autre?x=0123456789", "boreal", "")]
    [InlineData("Voyez www.aide.boreal.example.", "boreal", "")]
    [InlineData("https://suivi.boreal.example", "lumo", "link_host")]
    [InlineData("Voir lumo.example/aide", "boreal", "link_host")]
    [InlineData("https://boreal.example.evil.com", "boreal", "link_host")]
    [InlineData("https://aide.boreal.example@evil.com/", "boreal", "link_host")]
    [InlineData("(http://bit.ly/x)", "boreal", "link_host")]
    [InlineData("Ici:https://evil.io", "boreal", "link_host")]
    [InlineData("Écrivez à aide@evil.fr.", "boreal", "link_host")]
    [InlineData("C'est fait.Merci, e.g. à 3.14 près...", "boreal", "")]
    public void A_link_leads_to_a_host_of_the_brand_or_is_not_given(string text, string brand, string rules) => Assert.Equal(rules, Rules(text, brand: brand));

    [Theory]
    [InlineData("Bienvenue chez Lumo !", "lumo", "")]
    [InlineData("Bienvenue chez Lumo !", "boreal", "other_brand")]
    [InlineData("Un luminaire, Lumos ou lumo.", "boreal", "")]
    public void No_text_names_another_brand(string text, string brand, string rules) => Assert.Equal(rules, Rules(text, brand: brand));

    private static string Rules(
        string text, string brand = "boreal", string channel = "web", string? intent = "refund", string language = "fr") => string.Join(
            ',', ContactPolicy.Violations(text, new(brand, channel, intent, language), Options).Select(violation => violation.Rule));
}
