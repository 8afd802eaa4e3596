using Pipeline.Scoring;

namespace Pipeline.Tests.Scoring;

public sealed class IntentTests
{
    private static readonly CareAnalyzer Analyzer = new();

    private static readonly (string Text, string Intent)[] Messages =
    [
        ("plus de wifi, la box clignote", "internet_trouble"),
        ("panne générale dans tout le quartier ?", "outage"),
        ("la télécommande ne répond plus", "tv_trouble"),
        ("aucun réseau sur mon mobile à l'étranger", "mobile_trouble"),
        ("on m'a volé mon téléphone", "sim_loss_theft"),
        ("comment activer ma carte SIM", "sim_activation"),
        ("je veux garder mon numéro, code RIO", "number_porting"),
        ("je conteste cette facture", "billing_dispute"),
        ("où trouver ma facture de mars", "billing_question"),
        ("je veux être remboursé", "refund"),
        ("colis jamais reçu", "delivery_problem"),
        ("où en est ma commande", "order_status"),
        ("annuler ma commande", "order_change_cancel"),
        ("je souhaite résilier mon contrat", "contract_end"),
        ("je déménage en juin", "move_house"),
        ("mot de passe oublié", "account_access"),
        ("votre appli plante au démarrage", "app_or_site_bug"),
        ("le technicien n'est pas venu au rendez-vous", "technician_visit"),
        ("ma mère est décédée, il faut résilier sa ligne", "bereavement"),
        ("je suis sourd et ma box est en panne", "accessibility"),
        ("mon compte a été piraté et ma facture a doublé", "fraud_security"),
        ("un conseiller svp", "human_request"),
        ("merci beaucoup", "thanks_feedback"),
        ("bonjour", "small_talk_other"),
        ("wifi keeps dropping", "internet_trouble"),
        ("the whole street is down, outage?", "outage"),
        ("some channels are missing on the tv box", "tv_trouble"),
        ("no signal on my mobile when roaming", "mobile_trouble"),
        ("i lost my phone, please block my sim", "sim_loss_theft"),
        ("i need my PAC code to keep my number", "number_porting"),
        ("i was charged twice this month", "billing_dispute"),
        ("i want a refund", "refund"),
        ("parcel says delivered but nothing here", "delivery_problem"),
        ("cancel my order please", "order_change_cancel"),
        ("i want to cancel my contract", "contract_end"),
        ("we're moving house next month", "move_house"),
        ("forgot my password", "account_access"),
        ("my mother passed away and i need to cancel her contract", "bereavement"),
        ("which plan has unlimited data", "plan_or_product_advice"),
        ("get me a manager", "human_request"),
        ("hello", "small_talk_other"),
    ];

    // Nobody who wrote for the corpus has seen these. A model is right in most cases and not in each.
    [Fact]
    public void What_a_message_is_about_is_found()
    {
        var wrong = Messages.Select(message => (message.Text, message.Intent, Said: Analyzer.Analyze(message.Text, null).Intent))
            .Where(message => message.Said != message.Intent)
            .Select(message => $"{message.Text}: {message.Said ?? "null"}")
            .ToList();
        Assert.True(wrong.Count <= 0.2 * Messages.Length, string.Join("\n", wrong));
    }
}
