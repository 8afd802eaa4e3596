using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Messages;
using Pipeline.Routing.Handover;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Routing.Handover;

public sealed class HandoverCardTests
{
    private static readonly DateTimeOffset At = Said.Start.AddMinutes(12);

    [Fact]
    public async Task It_names_who_had_it_with_the_times()
    {
        var card = await CardAsync(Stories.French);
        Assert.Equal(
            [
                new(SenderRole.Bot, null, Said.Start, Said.Start.AddSeconds(40)),
                new HandoverHolder(SenderRole.Advisor, "Nadia", Said.Start.AddSeconds(160), Said.Start.AddSeconds(600)),
            ],
            card.Holders);
        Assert.Equal((HandoverReason.HigherLevel, At), (card.Reason, card.At));
    }

    [Fact]
    public async Task It_tells_in_french_what_was_tried_and_what_came_of_it()
    {
        Assert.Equal(
            [
                new("m-40", SenderRole.Bot, "Pouvez-vous redémarrer la box ?", StepOutcome.Failed),
                new HandoverStep("m-220", SenderRole.Advisor, "Essayez de débrancher la prise une minute.", StepOutcome.Failed),
            ],
            (await CardAsync(Stories.French)).Tried);
    }

    [Fact]
    public async Task It_tells_in_english_what_was_tried_and_what_came_of_it()
    {
        Assert.Equal(
            [new HandoverStep("m-130", SenderRole.Advisor, "Could you log out of the app and sign in again?", StepOutcome.Failed)],
            (await CardAsync(Stories.English)).Tried);
    }

    [Theory]
    [InlineData("fr", "Débranchez la box, s'il vous plaît.", "voilà, ça marche !", StepOutcome.Worked)]
    [InlineData("fr", "Débranchez la box, s'il vous plaît.", "c'est fait", StepOutcome.Done)]
    [InlineData("fr", "Débranchez la box, s'il vous plaît.", "où est la prise ?", StepOutcome.Unknown)]
    [InlineData("fr", "Débranchez la box, s'il vous plaît.", "ça ne marche pas", StepOutcome.Failed)]
    [InlineData("en", "Please unplug the router.", "it works now, thanks", StepOutcome.Worked)]
    [InlineData("en", "Please unplug the router.", "ok done", StepOutcome.Done)]
    [InlineData("en", "Please unplug the router.", "where's the plug?", StepOutcome.Unknown)]
    [InlineData("en", "Please unplug the router.", "still the red light", StepOutcome.Failed)]
    public async Task The_outcome_of_a_step_is_what_the_customer_says_next(string language, string asked, string answer, StepOutcome outcome)
    {
        var card = await CardAsync(In(language, Said.Customer(0, "bonjour hello"), Said.Advisor(10, asked), Said.Customer(20, answer)));
        Assert.Equal(outcome, Assert.Single(card.Tried).Outcome);
    }

    [Theory]
    [InlineData("fr", "J'ai déjà redémarré deux fois, rien ne change.", StepOutcome.Failed)]
    [InlineData("en", "I've already rebooted it twice, no luck.", StepOutcome.Failed)]
    [InlineData("en", "I've swapped the cable, no change.", StepOutcome.Failed)]
    [InlineData("fr", "Je redémarre quand ?", null)]
    [InlineData("en", "Should I restart it?", null)]
    public async Task What_the_customer_tried_unasked_counts_too(string language, string said, StepOutcome? outcome)
    {
        var card = await CardAsync(In(language, Said.Customer(0, said)));
        Assert.Equal(outcome, card.Tried.Count == 0 ? null : Assert.Single(card.Tried).Outcome);
    }

    [Theory]
    [InlineData("fr", "Je redémarre votre ligne à distance.")]
    [InlineData("en", "I'm restarting your line from here.")]
    [InlineData("fr", "On ne redémarre rien, promis.")]
    [InlineData("en", "Don't unplug anything, it won't help.")]
    [InlineData("fr", "Ils ont changé la carte de la baie.")]
    [InlineData("en", "They may have tried another router.")]
    public async Task What_the_advisor_does_is_no_step_of_the_customer(string language, string said) =>
        Assert.Empty((await CardAsync(In(language, Said.Customer(0, "ma box"), Said.Advisor(10, said)))).Tried);

    [Fact]
    public async Task It_tells_what_the_customer_was_told()
    {
        var told = (await CardAsync(Stories.French)).Told;
        Assert.Equal(["m-220", "m-460", "m-460", "m-480"], told.Select(said => said.MessageId));
        Assert.Equal([StatementKind.Explanation], told[0].Kinds);
        Assert.Contains(StatementKind.Date, told[1].Kinds);
        Assert.Contains(StatementKind.Promise, told[2].Kinds);
        Assert.Contains(StatementKind.Amount, told[3].Kinds);

        told = (await CardAsync(Stories.English)).Told;
        Assert.Equal(["m-120", "m-120", "m-360"], told.Select(said => said.MessageId));
        Assert.Equal([StatementKind.Explanation], told[0].Kinds);
        Assert.Equal([StatementKind.Promise, StatementKind.Date], told[1].Kinds);
        Assert.Equal([StatementKind.Promise, StatementKind.Date, StatementKind.Amount], told[2].Kinds);
    }

    [Fact]
    public async Task It_tells_what_nobody_answered()
    {
        Assert.Equal(
            [
                new("m-560", SenderRole.Customer, "Et si je résilie, est-ce que je paie des frais ?"),
                new HandoverQuestion("m-600", SenderRole.Advisor, "Préférez-vous le matin ou l'après-midi ?"),
            ],
            (await CardAsync(Stories.French)).OpenQuestions);
        Assert.Equal(
            [new HandoverQuestion("m-420", SenderRole.Customer, "Where is my parcel right now?")],
            (await CardAsync(Stories.English)).OpenQuestions);
    }

    [Theory]
    [InlineData("fr", "Quand arrive mon colis ?", "Un instant, je regarde.", true)]
    [InlineData("fr", "Quand arrive mon colis ?", "Bonjour Camille.", true)]
    [InlineData("fr", "Quand arrive mon colis ?", "Il arrive mardi chez vous.", false)]
    [InlineData("fr", "Vous êtes là ?", "Oui.", false)]
    [InlineData("en", "When does my parcel come?", "One moment, I'm checking.", true)]
    [InlineData("en", "When does my parcel come?", "It comes on Tuesday.", false)]
    public async Task Only_an_answer_of_the_matter_answers_a_question(string language, string question, string answer, bool isOpen)
    {
        var card = await CardAsync(In(language, Said.Customer(0, question), Said.Advisor(10, answer)));
        Assert.Equal(isOpen, card.OpenQuestions.Count > 0);
    }

    [Fact]
    public async Task What_is_masked_stays_masked_and_what_the_platform_knows_is_there()
    {
        MessageAnalyzed[] told = [.. Stories.French];
        told[1] = told[1] with { Conversation = told[1].Conversation with { Attributes = new() { Product = "Fibre Max", DeliveryDate = new DateOnly(2026, 3, 6) } } };
        Assert.Equal(
            [
                new("customer_first_name", "Camille", null), new("product", "Fibre Max", null), new("delivery_date", "2026-03-06", null),
                new HandoverSlot("contract_number", "[CONTRACT_NUMBER_1]", "m-20"),
            ],
            (await CardAsync(told)).Known);
    }

    [Fact]
    public async Task The_mood_is_the_journey_with_its_story_in_both_languages()
    {
        var transcript = await Stories.StoredAsync(Stories.French);
        var mood = HandoverCards.Of(transcript, null, null).Mood;
        Assert.Equal((transcript.Story.French, transcript.Story.English), (mood.French, mood.English));
        Assert.NotNull(mood.TriggerMessageId);
        Assert.Contains(mood.TriggerText!, Stories.French.Single(message => message.MessageId == mood.TriggerMessageId).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_was_deleted_is_quoted_nowhere()
    {
        var card = await CardAsync([.. Stories.French, Said.Deletion(900, Stories.French[8])]);
        Assert.DoesNotContain("15 €", JsonSerializer.Serialize(card), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_order_and_repetition_of_arrival_makes_the_same_card()
    {
        foreach (var story in new[] { Stories.French, Stories.English })
        {
            var clean = Text(story);
            Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(
                Gen.Shuffle(story.Concat(story).ToArray()).ToArbitrary(), arrivals => Text(arrivals) == clean));
        }

        static string Text(MessageAnalyzed[] messages) => JsonSerializer.Serialize(CardAsync(messages).GetAwaiter().GetResult());
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task However_long_the_conversation_the_card_and_its_note_are_short(string language)
    {
        var long160 = string.Concat(Enumerable.Repeat("très long ", 60));
        var messages = Enumerable.Range(0, 150).SelectMany(number => new[]
        {
            Said.Advisor(number * 10, $"Redémarrez la box {long160}. Please unplug it {long160}. Vous recevrez 15 € demain {long160}. You will get £15 tomorrow {long160}. Et donc {long160} ?"),
            Said.Customer((number * 10) + 5, $"Commande [ORDER_NUMBER_{number}]. Pourquoi ? {long160} ? Why {long160} ?"),
        }).ToArray();
        var card = await CardAsync(In(language, messages));
        Assert.InRange(JsonSerializer.Serialize(card).Length, 1_000, 12_000);
        Assert.InRange(HandoverNote.Of(card, language).Length, 1_000, 5_000);
    }

    [Fact]
    public async Task The_note_says_it_in_short_in_the_language_of_the_conversation()
    {
        var note = HandoverNote.Of(await CardAsync(Stories.French), "fr");
        Assert.StartsWith("Passage de relais : niveau supérieur\n", note, StringComparison.Ordinal);
        Assert.Contains("bot (09:00–09:00), Nadia (09:02–09:10)", note, StringComparison.Ordinal);
        Assert.Contains("prénom Camille, numéro de contrat [CONTRACT_NUMBER_1]", note, StringComparison.Ordinal);
        Assert.Contains("- « Pouvez-vous redémarrer la box ? » : sans effet", note, StringComparison.Ordinal);
        Assert.Contains("- « Je vous offre 15 € sur la prochaine facture. » (promesse, montant, m-480)", note, StringComparison.Ordinal);
        Assert.Contains("- client : « Et si je résilie, est-ce que je paie des frais ? »", note, StringComparison.Ordinal);

        note = HandoverNote.Of(await CardAsync(Stories.English), "en");
        Assert.StartsWith("Hand-over: a higher level\n", note, StringComparison.Ordinal);
        Assert.Contains("first name Camille, order number [ORDER_NUMBER_1]", note, StringComparison.Ordinal);
    }

    private static async Task<HandoverCard> CardAsync(params IReadOnlyList<MessageAnalyzed> messages) =>
        HandoverCards.Of(await Stories.StoredAsync(messages), HandoverReason.HigherLevel, At);

    private static MessageAnalyzed[] In(string language, params MessageAnalyzed[] messages) =>
        language == "fr" ? messages : [.. messages.Select(Stories.InEnglish)];
}
