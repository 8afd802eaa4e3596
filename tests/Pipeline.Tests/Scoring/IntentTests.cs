using Pipeline.Scoring;

namespace Pipeline.Tests.Scoring;

public sealed class IntentTests
{
    private static readonly CareAnalyzer Analyzer = new();

    [Theory]
    [InlineData("plus de wifi, la box clignote", "internet_trouble")]
    [InlineData("panne générale dans tout le quartier ?", "outage")]
    [InlineData("la télécommande ne répond plus", "tv_trouble")]
    [InlineData("aucun réseau sur mon mobile à l'étranger", "mobile_trouble")]
    [InlineData("on m'a volé mon téléphone", "sim_loss_theft")]
    [InlineData("comment activer ma carte SIM", "sim_activation")]
    [InlineData("je veux garder mon numéro, code RIO", "number_porting")]
    [InlineData("je conteste cette facture", "billing_dispute")]
    [InlineData("où trouver ma facture de mars", "billing_question")]
    [InlineData("je veux être remboursé", "refund")]
    [InlineData("colis jamais reçu", "delivery_problem")]
    [InlineData("où en est ma commande", "order_status")]
    [InlineData("annuler ma commande", "order_change_cancel")]
    [InlineData("je souhaite résilier mon contrat", "contract_end")]
    [InlineData("je déménage en juin", "move_house")]
    [InlineData("mot de passe oublié", "account_access")]
    [InlineData("votre appli plante au démarrage", "app_or_site_bug")]
    [InlineData("le technicien n'est pas venu au rendez-vous", "technician_visit")]
    [InlineData("ma mère est décédée, il faut résilier sa ligne", "bereavement")]
    [InlineData("je suis sourd et ma box est en panne", "accessibility")]
    [InlineData("mon compte a été piraté et ma facture a doublé", "fraud_security")]
    [InlineData("un conseiller svp", "human_request")]
    [InlineData("merci beaucoup", "thanks_feedback")]
    [InlineData("bonjour", "small_talk_other")]
    [InlineData("wifi keeps dropping", "internet_trouble")]
    [InlineData("the whole street is down, outage?", "outage")]
    [InlineData("some channels are missing on the tv box", "tv_trouble")]
    [InlineData("no signal on my mobile when roaming", "mobile_trouble")]
    [InlineData("i lost my phone, please block my sim", "sim_loss_theft")]
    [InlineData("i need my PAC code to keep my number", "number_porting")]
    [InlineData("i was charged twice this month", "billing_dispute")]
    [InlineData("i want a refund", "refund")]
    [InlineData("parcel says delivered but nothing here", "delivery_problem")]
    [InlineData("cancel my order please", "order_change_cancel")]
    [InlineData("i want to cancel my contract", "contract_end")]
    [InlineData("we're moving house next month", "move_house")]
    [InlineData("forgot my password", "account_access")]
    [InlineData("my mother passed away and i need to cancel her contract", "bereavement")]
    [InlineData("which plan has unlimited data", "plan_or_product_advice")]
    [InlineData("get me a manager", "human_request")]
    [InlineData("hello", "small_talk_other")]
    [InlineData("le chat dort", null)]
    [InlineData("42", null)]
    public void What_a_message_is_about_is_found(string text, string? intent) => Assert.Equal(intent, Analyzer.Analyze(text, null).Intent);
}
