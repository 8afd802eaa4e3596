using System.Collections.Frozen;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>What advisors call the intents of docs/models.md. An intent that a brand added is called by its key.</summary>
internal static class IntentNames
{
    private static readonly FrozenDictionary<string, (string French, string English)> Names =
        new Dictionary<string, (string French, string English)>
        {
            ["internet_trouble"] = ("box ou Wi-Fi", "router or Wi-Fi"),
            ["outage"] = ("panne de secteur", "outage in the area"),
            ["tv_trouble"] = ("télé ou décodeur", "TV or decoder"),
            ["mobile_trouble"] = ("réseau mobile", "mobile network"),
            ["sim_loss_theft"] = ("perte ou vol de la SIM", "lost or stolen SIM"),
            ["sim_activation"] = ("activation de la SIM", "SIM activation"),
            ["number_porting"] = ("conservation du numéro", "keeping the number"),
            ["billing_dispute"] = ("facture contestée", "disputed bill"),
            ["billing_question"] = ("question de facture", "question about a bill"),
            ["payment"] = ("paiement", "payment"),
            ["refund"] = ("remboursement", "refund"),
            ["delivery_problem"] = ("problème de livraison", "delivery problem"),
            ["order_status"] = ("suivi de commande", "order status"),
            ["order_change_cancel"] = ("commande à changer", "order to change or cancel"),
            ["return_exchange"] = ("retour ou échange", "return or exchange"),
            ["contract_end"] = ("résiliation", "end of contract"),
            ["plan_or_product_advice"] = ("conseil sur une offre", "advice on an offer"),
            ["move_house"] = ("déménagement", "moving house"),
            ["account_access"] = ("accès au compte", "account access"),
            ["app_or_site_bug"] = ("bug de l'appli ou du site", "app or site bug"),
            ["technician_visit"] = ("passage du technicien", "engineer visit"),
            ["bereavement"] = ("décès d'un proche", "bereavement"),
            ["accessibility"] = ("accessibilité", "accessibility"),
            ["fraud_security"] = ("fraude ou sécurité", "fraud or security"),
            ["service_complaint"] = ("réclamation", "complaint"),
            ["thanks_feedback"] = ("remerciement", "thanks"),
            ["human_request"] = ("demande d'une personne", "asking for a person"),
            ["personal_data_update"] = ("données personnelles", "personal details"),
            ["small_talk_other"] = ("simple échange", "small talk"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The intents of docs/models.md.</summary>
    public static IReadOnlyCollection<string> All => Names.Keys;

    public static string Of(string intent, bool french) =>
        Names.TryGetValue(intent, out var name) ? (french ? name.French : name.English) : intent.Replace('_', ' ');
}
