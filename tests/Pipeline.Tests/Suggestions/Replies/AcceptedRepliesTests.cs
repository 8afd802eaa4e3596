using Pipeline.Messages;
using Pipeline.Suggestions;

namespace Pipeline.Tests.Suggestions.Replies;

public sealed class AcceptedRepliesTests
{
    private const string Restart = "Pouvez-vous débrancher la box dix secondes, puis la rebrancher ?";

    private static readonly Suggestion Phrase = new("s-1", Restart, "question", "phrase:fr-question-07", 0.8, []);

    [Fact]
    public void An_advisors_own_words_are_learned_also_where_nothing_was_suggested()
    {
        Assert.Equal("La panne est connue, nos équipes y travaillent.", Told.Template(Told.Conversation("La panne est connue, nos équipes y travaillent.")));
        Assert.Equal(
            "La panne est connue, nos équipes y travaillent.",
            Told.Template(Told.Conversation("La panne est connue, nos équipes y travaillent.", suggestions: [Phrase])));
    }

    [Fact]
    public void A_suggestion_is_learned_when_it_was_changed_or_is_a_past_reply_and_not_when_it_is_the_phrase()
    {
        Assert.Null(Told.Template(Told.Conversation(Restart, suggestions: [Phrase])));
        Assert.NotNull(Told.Template(Told.Conversation("Pourriez-vous débrancher la box dix secondes et puis la rebrancher doucement ?", suggestions: [Phrase])));
        Assert.Equal(Restart, Told.Template(Told.Conversation(Restart, suggestions: [Phrase with { Source = "reply:0123456789abcdef" }])));
    }

    [Theory]
    [InlineData(-0.4, -0.4, null, true)]
    [InlineData(-0.4, 0.2, null, true)]
    [InlineData(-0.2, -0.6, null, false)]
    [InlineData(0.8, 0.3, null, true)]
    [InlineData(0.0, null, null, true)]
    [InlineData(0.0, null, 4, true)]
    [InlineData(0.0, null, 2, false)]
    [InlineData(-0.6, null, null, false)]
    public void Only_what_made_no_customer_feel_worse_is_learned(double before, double? after, int? rating, bool learned) =>
        Assert.Equal(
            learned,
            Told.Template(Told.Conversation("La panne est connue, nos équipes y travaillent.", before: before, after: after, rating: rating)) is not null);

    [Theory]
    [InlineData("fr", "Bonjour Camille, je regarde votre dossier.", "Bonjour {customer_first_name}, je regarde votre dossier.")]
    [InlineData("fr", "bonjour camille je regarde votre dossier", "bonjour {customer_first_name} je regarde votre dossier")]
    [InlineData("fr", "Je suis Nadia, je prends le relais sur ce dossier.", "Je suis {advisor_first_name}, je prends le relais sur ce dossier.")]
    [InlineData("fr", "Votre commande n° 4821337 est bien partie.", "Votre commande n° {order_number} est bien partie.")]
    [InlineData("fr", "Le remboursement de 12,50 € est bien lancé.", "Le remboursement de {amount} est bien lancé.")]
    [InlineData("fr", "Le remboursement de 12€50 est bien lancé, Camille.", "Le remboursement de {amount} est bien lancé, {customer_first_name}.")]
    [InlineData("fr", "Le prélèvement du 3 mars sera annulé.", "Le prélèvement du {date} sera annulé.")]
    [InlineData("fr", "Le prélèvement du mardi 3 mars sera annulé.", "Le prélèvement du {date} sera annulé.")]
    [InlineData("fr", "Votre colis arrive bien le 12 mars.", "Votre colis arrive bien le {delivery_date}.")]
    [InlineData("fr", "Le suivi est ici : https://boreal.example/suivi", "Le suivi est ici : {link:tracking}")]
    [InlineData("fr", "Comptez 24 h à 48 h, ou 2 à 3 jours au plus.", "Comptez 24 h à 48 h, ou 2 à 3 jours au plus.")]
    [InlineData("fr", "Passez à l'étape 2, cela prend 5 minutes en 4G.", "Passez à l'étape 2, cela prend 5 minutes en 4G.")]
    [InlineData("en", "Thanks Camille, I'll refund the £12.50 right away.", "Thanks {customer_first_name}, I'll refund the {amount} right away.")]
    [InlineData("fr", "Bonjour Camille Martin, je regarde votre dossier.", "Bonjour {customer_first_name}, je regarde votre dossier.")]
    [InlineData("fr", "Bonjour Mme Martin, je regarde votre dossier.", null)]
    [InlineData("fr", "bonjour claire je regarde votre dossier", "bonjour {customer_first_name} je regarde votre dossier")]
    [InlineData("en", "hi rose i am looking into it for you", "hi {customer_first_name} i am looking into it for you")]
    [InlineData("fr", "J'en parle à Camille, puis je reviens ici.", null)]
    [InlineData("en", "Your order 4821337 has left our warehouse.", "Your order {order_number} has left our warehouse.")]
    [InlineData("en", "The charge of March 3 will be cancelled.", "The charge of {date} will be cancelled.")]
    [InlineData("en", "It takes 3-5 days, or within 2 hours for the app.", "It takes 3-5 days, or within 2 hours for the app.")]
    public void What_a_slot_can_bring_back_becomes_the_slot(string language, string answer, string? template)
    {
        var options = new SuggestionOptions();
        options.Links["boreal"] = new() { ["tracking"] = "https://boreal.example/suivi" };
        var question = language == "fr" ? "on m'a prélevé 12,50 € le 3 mars" : "I was charged £12.50 on 3 March";
        Assert.Equal(
            template,
            Told.Template(
                Told.Conversation(answer, language, question: question, attributes: new() { DeliveryDate = new(2026, 3, 12) }),
                options));
    }

    [Theory]

    // Masked data that is no slot's.
    [InlineData("fr", "Je vous appelle au 06 12 34 56 78 dans la journée.")]
    [InlineData("fr", "J'ai écrit à camille.martin@exemple.fr pour confirmer.")]
    [InlineData("fr", "Bonjour madame Martin, je regarde votre dossier.")]
    [InlineData("fr", "Nous livrons bien au 12 rue des Lilas, 69003 Lyon.")]
    [InlineData("fr", "[PHONE_1] est bien le numéro que nous avons.")]
    [InlineData("fr", "Votre contrat [CONTRACT_NUMBER_12] est à jour.")]
    [InlineData("en", "I've sent it to jane.doe@example.com just now.")]
    [InlineData("en", "We have you down as Mrs Thompson, is that right?")]

    // Names that a mask misses.
    [InlineData("fr", "C'est sophie qui a traité votre demande ce mois.")]
    [InlineData("fr", "Je transmets à Maëlle, elle connaît le dossier.")]
    [InlineData("fr", "Claire, je regarde votre dossier sans attendre.")]
    [InlineData("fr", "Pierre, je regarde votre dossier sans attendre.")]
    [InlineData("fr", "Le magasin de Bordeaux garde votre colis pour vous.")]
    [InlineData("fr", "Votre colis est gardé par la société Duralo.")]
    [InlineData("fr", "Xiulan, je regarde votre dossier sans attendre.")]
    [InlineData("en", "Will, I am looking into it for you now.")]
    [InlineData("en", "My colleague Priyanka will look into it for you.")]
    [InlineData("en", "The shop in Leeds has kept it for you.")]
    [InlineData("en", "Ask for svetlana when you get to the shop.")]

    // Facts of one case.
    [InlineData("fr", "Le remboursement de 45 € est bien lancé.")]
    [InlineData("fr", "Vous payez 45 € par mois, c'est bien cela.")]
    [InlineData("fr", "Votre colis arrive demain dans la matinée.")]
    [InlineData("fr", "Le technicien passe mardi dans la matinée.")]
    [InlineData("fr", "Le technicien passe à 14 h, gardez la ligne.")]
    [InlineData("fr", "Le technicien passe entre 8 h et 12 h.")]
    [InlineData("fr", "Votre code est le 4821, gardez-le bien.")]
    [InlineData("fr", "Il vous reste deux cents euros à payer.")]
    [InlineData("fr", "Votre dossier sera clos le 28 avril.")]
    [InlineData("fr", "La remise est de 20 % sur votre facture.")]
    [InlineData("fr", "Voici : https://boreal.example/suivi?colis=1Z99")]
    [InlineData("fr", "Voici votre lien : boreal.example/mon-compte")]
    [InlineData("en", "Your parcel comes tomorrow in the morning.")]
    [InlineData("en", "The engineer comes at 2 pm, please be in.")]
    [InlineData("en", "The refund of £99 is on its way to you.")]
    [InlineData("en", "Your case will be closed on 28 April.")]

    // What nobody should say again.
    [InlineData("fr", "Comme je vous l'ai déjà dit, il faut redémarrer la box.")]
    [InlineData("fr", "Profitez-en vite, cette offre exceptionnelle se termine.")]
    [InlineData("fr", "Le plus simple est de nous appeler pour cela.")]
    [InlineData("en", "As I already told you, please restart the router.")]
    [InlineData("en", "The best thing is to give us a call about it.")]
    [InlineData("fr", "Bonjour {customer_first_name}, je regarde cela.")]
    [InlineData("fr", "Cela coûte XX euros, je vous confirme.")]

    // Not worth keeping, or not of the conversation's language.
    [InlineData("fr", "Je regarde.")]
    [InlineData("fr", "I am looking into it for you right away.")]
    [InlineData("en", "Je regarde cela tout de suite pour vous.")]
    [InlineData("fr", "Estoy mirando su pedido ahora mismo, un momento.")]
    public void What_may_be_somebodys_is_never_kept(string language, string answer) =>
        Assert.Null(Told.Template(Told.Conversation(
            answer, language, question: language == "fr" ? "on m'a prélevé 12,50 € le 3 mars" : "I was charged £12.50 on 3 March")));

    [Fact]
    public void A_name_that_is_a_word_a_colleagues_name_or_a_text_of_four_screens_is_not_kept()
    {
        Assert.Null(Told.Template(Told.Conversation("Rose est la couleur que nous avons encore.", customer: "Rose")));
        Assert.Null(Told.Template(Told.Conversation("Camille vous a répondu, je prends la suite.", advisor: "Camille", customer: "Camille")));
        Assert.Null(Told.Template(Told.Conversation(string.Join(' ', Enumerable.Repeat("La panne est connue.", 25)))));
        Assert.Null(Told.Template(Told.Conversation("La panne est connue, nos équipes y travaillent.", language: "de")));
    }
}
