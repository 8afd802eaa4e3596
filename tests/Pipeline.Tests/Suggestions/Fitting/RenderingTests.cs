using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Fitting;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Tests.Suggestions.Fitting;

/// <summary>The same phrase, written as each channel and each brand ask.</summary>
public sealed class RenderingTests
{
    private const string Greeting = "Hey {customer_first_name} 👋 {advisor_first_name} here! What can I do for you? I'm all ears!";

    private static readonly string[] BrandKeys = ["boreal", "lumo"];

    private static SuggestionOptions Options => new()
    {
        MinimumScore = 0,
        BrandNames = { ["boreal"] = "Boréal", ["lumo"] = "Lumo" },
        Brands =
        {
            ["boreal"] = new() { Emoji = false, Signature = "{advisor_first_name}, service client {brand}" },
            ["lumo"] = new() { Address = Address.Tu },
        },
    };

    [Theory]
    [InlineData("web", "lumo", "Hello Camille 👋 Nadia here! What can I do for you? I'm all ears.")]
    [InlineData("web", "boreal", "Hello Camille. Nadia here! What can I do for you? I'm all ears.")]
    [InlineData("whatsapp", "lumo", "Hey Camille 👋 Nadia here! What can I do for you? I'm all ears!")]
    [InlineData("whatsapp", "boreal", "Hey Camille. Nadia here! What can I do for you? I'm all ears!")]
    [InlineData("sms", "lumo", "Hello Camille. Nadia here! What can I do for you? I'm all ears.")]
    [InlineData("email", "lumo", "Hello Camille. Nadia here. What can I do for you? I'm all ears.\n\nNadia, Lumo")]
    [InlineData("email", "boreal", "Hello Camille. Nadia here. What can I do for you? I'm all ears.\n\nNadia, service client Boréal")]
    [InlineData("carrier pigeon", "lumo", "Hello Camille 👋 Nadia here! What can I do for you? I'm all ears.")]
    public void A_greeting_on_each_channel_for_each_brand(string channel, string brand, string expected) =>
        Assert.Equal(expected, Render("en", "greeting", Greeting, channel, brand, Options));

    [Theory]
    [InlineData("Salut Camille ! Bravo !", "Bonjour Camille. Bravo.\n\nNadia, service client Boréal")]
    [InlineData("Belle journée, Camille ☀️", "Belle journée, Camille.\n\nNadia, service client Boréal")]
    [InlineData("Merci à vous. Bien à vous, Nadia, Boréal.", "Merci à vous. Bien à vous, Nadia, Boréal.")]
    public void An_e_mail_is_formal_and_signed_once(string text, string expected) =>
        Assert.Equal(expected, Render("fr", "holding", text, "email", "boreal", Options));

    [Fact]
    public void A_signature_without_a_name_that_is_known_is_the_brands_and_without_a_brand_there_is_none()
    {
        Assert.EndsWith(".\n\nLumo", Render("fr", "holding", "Je regarde votre ligne.", "email", "lumo", Options, advisor: false), StringComparison.Ordinal);
        Assert.Equal("Je regarde votre ligne.", Render("fr", "holding", "Je regarde votre ligne.", "email", "default", Options, advisor: false));
    }

    [Theory]
    [InlineData("holding", false, "Une phrase qui en dit assez long pour la ligne.")]
    [InlineData("question", false, "Une phrase qui en dit assez long pour la ligne. Et le voyant de la box, il est vert ?")]
    [InlineData("greeting", true, null)]
    public void A_text_that_is_too_long_loses_whole_sentences_at_its_end_but_none_that_matters(string category, bool mandatory, string? expected)
    {
        const string Text = "Une phrase qui en dit assez long pour la ligne. Et le voyant de la box, il est vert ? Une fin qui peut partir si elle doit.";
        var options = Options;
        options.Channels["tiny"] = new() { MaxLength = category == "question" ? 90 : 60 };

        Assert.Equal(expected, Render("fr", category, Text, "tiny", "lumo", options, mandatory: mandatory));
    }

    [Fact]
    public void What_cannot_be_cut_is_not_offered()
    {
        var options = Options;
        options.Channels["tiny"] = new() { MaxLength = 60 };
        options.Links["lumo"] = new() { ["tracking"] = "https://lumo.example/suivi" };

        Assert.Null(Render("fr", "web_link", "Votre colis avance et tout se suit. Voici la page : {link:tracking}", "tiny", "lumo", options));
        Assert.Null(Render("fr", "holding", "Une seule phrase qui est bien trop longue pour un canal aussi étroit que celui-ci", "tiny", "lumo", options));
    }

    [Fact]
    public void A_blank_that_was_cut_away_is_not_asked_for()
    {
        var options = Options;
        options.Channels["tiny"] = new() { MaxLength = 60 };
        var suggestion = Assert.Single(Suggest(
            "fr", "holding", "Je regarde votre facture en détail. Je cherche d'où viennent ces {amount} de plus.", "tiny", "lumo", options));

        Assert.Equal("Je regarde votre facture en détail.", suggestion.Text);
        Assert.Empty(suggestion.Blanks);
    }

    [Theory]
    [InlineData("Je regarde ta ligne.", "boreal", false)]
    [InlineData("Je t'écoute.", "boreal", false)]
    [InlineData("Je regarde votre ligne.", "boreal", true)]
    [InlineData("Je regarde ta ligne.", "lumo", true)]
    [InlineData("Je regarde votre ligne.", "lumo", true)]
    [InlineData("Je regarde ta ligne.", "unknown", false)]
    public void Only_a_brand_that_says_tu_is_offered_a_tu_and_no_vous_is_ever_changed(string text, string brand, bool isOffered) =>
        Assert.Equal(isOffered ? text : null, Render("fr", "holding", text, "web", brand, Options));

    public static TheoryData<string, string> ProfilesAndBrands => new(
        from channel in ChannelProfile.BuiltIn().Keys.Append("tiny") from brand in BrandKeys select (channel, brand));

    [Theory]
    [MemberData(nameof(ProfilesAndBrands))]
    public void Length_formality_and_emoji_hold_for_every_phrase_of_the_library(string channel, string brand)
    {
        var options = Options;
        options.Channels["tiny"] = new() { MaxLength = 60, Formality = Formality.Formal };
        options.Links[brand] = new() { ["tracking"] = "https://shop.example/suivi", ["account"] = "https://shop.example/compte" };
        var profile = options.Channels[channel];
        var offered = 0;
        foreach (var phrase in PhraseSeed.Phrases())
        {
            foreach (var acknowledgement in (string?[])[null, "I can see how frustrating this is!"])
            {
                if (Write(phrase, channel, brand, options, acknowledgement) is not { } text)
                {
                    continue;
                }

                offered++;
                var what = $"{phrase.Id} on {channel}: {text}";
                Assert.True(text.Length <= profile.MaxLength, what);
                Assert.True(FormalityRules.Holds(text, profile.Formality), what);
                Assert.False((!profile.Emoji || brand == "boreal") && EmojiText.Has(text), what);
                Assert.True(acknowledgement is null || text.Contains(acknowledgement.TrimEnd('!'), StringComparison.Ordinal), what);
            }
        }

        // On the narrowest channel a part of the library still has a form; on the others nearly all of it.
        Assert.True(offered > (channel == "tiny" ? 50 : 900), $"{offered} on {channel}");
    }

    [Fact]
    public void The_same_phrase_for_an_app_is_within_the_limit_of_a_smartphone()
    {
        const string Text = "Voici une première phrase. Voici une deuxième phrase. Voici une troisième phrase.";
        var options = Options;
        options.Channels["app"].MaxLength = 60;

        Assert.Equal(Text, Render("fr", "holding", Text, "web", "lumo", options));
        Assert.Equal("Voici une première phrase. Voici une deuxième phrase.", Render("fr", "holding", Text, "app", "lumo", options));
    }

    [Fact]
    public void On_a_smartphone_every_phrase_is_within_its_limit_and_no_longer_than_on_a_computer()
    {
        var options = Options;
        options.Channels["web"].MobileMaxLength = 120;
        foreach (var phrase in PhraseSeed.Phrases())
        {
            if (Write(phrase, "web", "lumo", options, null, Device.Mobile) is { } mobile)
            {
                Assert.True(mobile.Length <= 120, mobile);
                Assert.True(mobile.Length <= Write(phrase, "web", "lumo", options, null, Device.Desktop)!.Length, mobile);
            }
        }
    }

    private static string? Write(Phrase phrase, string channel, string brand, SuggestionOptions options, string? acknowledgement, Device? device = null)
    {
        var scored = new Chat(phrase.Language, brand, channel).Advisor("Voilà.").Customer("et alors").Scored();
        var values = new SlotValues(scored, phrase.Language, options);
        return SlotFiller.Fill(phrase, values) is { } filled
            ? new ReplyRendering(brand, channel, values, options, device).Write(filled.Text, phrase.Category, phrase.Mandatory, acknowledgement)
            : null;
    }

    private static string? Render(
        string language, string category, string text, string channel, string brand, SuggestionOptions options, bool advisor = true, bool mandatory = false) =>
        Suggest(language, category, text, channel, brand, options, advisor, mandatory).SingleOrDefault()?.Text;

    private static IReadOnlyList<Suggestion> Suggest(
        string language, string category, string text, string channel, string brand, SuggestionOptions options, bool advisor = true, bool mandatory = false)
    {
        var phrase = new Phrase(
            new PhraseDraft { Id = "x", Language = language, Category = category, Tone = "neutral", Text = text, Mandatory = mandatory }, "test");
        var scored = new Chat(language, brand, channel).Customer("internet", "internet_trouble").Scored();
        scored = scored with { State = scored.State with { AdvisorFirstName = advisor ? "Nadia" : null } };
        return ReplySuggester.Suggest(scored, new CandidateIndex(language, [phrase]), options);
    }
}
