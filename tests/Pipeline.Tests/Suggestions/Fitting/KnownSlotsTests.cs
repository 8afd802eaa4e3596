using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Fitting;
using Pipeline.Suggestions.Library;

namespace Pipeline.Tests.Suggestions.Fitting;

public sealed class KnownSlotsTests
{
    [Theory]
    [InlineData("Pouvez-vous me donner votre numéro de commande ?", "order_number")]
    [InlineData("Merci de m'indiquer la référence de votre commande.", "order_number")]
    [InlineData("Je regarde. Quel est votre numéro client, s'il vous plaît ?", "contract_number")]
    [InlineData("Quelle est votre adresse e-mail ?", "email")]
    [InlineData("Confirmez-moi votre code postal et votre date de naissance.", "postal_code date_of_birth")]
    [InlineData("À quel nom est le contrat ?", "name")]
    [InlineData("Auriez-vous le numéro de téléphone de la ligne ?", "phone")]
    [InlineData("De quel produit s'agit-il ?", "product")]
    [InlineData("Could you give me your order number?", "order_number")]
    [InlineData("I'll need your account number, please.", "contract_number")]
    [InlineData("What's your postcode?", "postal_code")]
    [InlineData("May I have your full name and date of birth?", "name date_of_birth")]
    [InlineData("Please confirm your email address.", "email")]
    [InlineData("Which plan are you on?", "product")]
    [InlineData("Je retrouve votre dossier avec votre numéro de commande.", "")]
    [InlineData("Parlons-nous bien de la commande {order_number}, ou en attendez-vous une autre ?", "")]
    [InlineData("Souhaitez-vous garder votre numéro actuel ?", "")]
    [InlineData("Quelle information voulez-vous corriger : l'adresse, l'e-mail, le nom ?", "")]
    [InlineData("Can you still get into the e-mail address or phone number you signed up with?", "")]
    [InlineData("Which detail needs changing: your address, e-mail, name?", "")]
    [InlineData("I found your order number in the file.", "")]
    public void A_text_says_by_its_words_what_it_asks_for(string text, string slots) =>
        Assert.Equal(slots.Split(' ', StringSplitOptions.RemoveEmptyEntries), AskedSlots.In(text));

    [Theory]
    [InlineData("fr", "mon colis a du retard", "Pouvez-vous me donner votre numéro de commande ? Je suis votre colis tout de suite.")]
    [InlineData("en", "my parcel is late", "Could you give me your order number? I'll follow your parcel right away.")]
    public void What_the_customer_gave_is_never_asked_again(string language, string said, string asking)
    {
        var fresh = new Chat(language).Customer(said, "delivery_problem").Scored();
        Assert.Equal(asking, Assert.Single(Suggest(language, asking, fresh)).Text);

        var known = fresh with { State = fresh.State with { KnownSlots = ["order_number"] } };
        Assert.Empty(Suggest(language, asking, known));
        var given = fresh with { Message = fresh.Message with { Masked = ["order_number"] } };
        Assert.Empty(Suggest(language, asking, given));

        // Another thing than what is known may be asked.
        Assert.Single(Suggest(language, asking, fresh with { State = fresh.State with { KnownSlots = ["email"] } }));
    }

    [Theory]
    [InlineData("fr", "mon colis a du retard", "Quelle est la date de livraison prévue, pour votre commande ?")]
    [InlineData("en", "my parcel is late", "What is the delivery date that we gave you for your order?")]
    public void What_the_platform_tells_is_not_asked(string language, string said, string asking)
    {
        var fresh = new Chat(language).Customer(said, "delivery_problem").Scored();
        Assert.Single(Suggest(language, asking, fresh));
        Assert.Empty(Suggest(language, asking, fresh with
        {
            Conversation = fresh.Conversation with { Attributes = new() { DeliveryDate = new DateOnly(2026, 3, 12) } },
        }));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task No_phrase_of_the_library_is_offered_that_asks_for_what_is_known(string language)
    {
        var tables = new InMemoryTables();
        var cancel = TestContext.Current.CancellationToken;
        await new PhraseSeed(tables, NullLogger<PhraseSeed>.Instance).PlantAsync(cancel);
        var phrases = await new PhraseLibrary(tables, TimeProvider.System, NullLogger<PhraseLibrary>.Instance).ReadAsync(language, cancel);
        var index = new CandidateIndex(language, [phrases!]);
        string[] all =
        [
            "order_number", "contract_number", "email", "phone", "address", "postal_code", "name", "date_of_birth", "product", "delivery_date", "appointment_date",
        ];
        foreach (var intent in phrases!.Candidates.SelectMany(phrase => phrase.Intents).Distinct())
        {
            var scored = new Chat(language).Customer(language == "fr" ? "bonjour, j'ai une question" : "hello, I have a question", intent).Scored();
            var offered = ReplySuggester.Suggest(scored with { State = scored.State with { KnownSlots = all } }, index, new SuggestionOptions());
            Assert.All(offered, suggestion => Assert.Empty(AskedSlots.In(suggestion.Text).Intersect(all)));
        }
    }

    private static IReadOnlyList<Suggestion> Suggest(string language, string text, MessageScored scored)
    {
        var draft = new PhraseDraft
        {
            Id = "x",
            Language = language,
            Category = "explanation",
            Tone = "neutral",
            Text = text,
            Intents = ["delivery_problem"],
        };
        return ReplySuggester.Suggest(scored, new CandidateIndex(language, [new Phrase(draft, "test")]), new SuggestionOptions { MinimumScore = 0 });
    }
}
