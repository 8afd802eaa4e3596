using System.Collections.Frozen;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>
/// Situations that customers describe in the same words, so that one is often taken for the other: no internet and an outage, a parcel that is late
/// and an order that has not left.
/// </summary>
internal static class RelatedIntents
{
    private static readonly string[][] Groups =
    [
        ["internet_trouble", "outage", "technician_visit"],
        ["internet_trouble", "tv_trouble"],
        ["mobile_trouble", "sim_activation", "number_porting"],
        ["mobile_trouble", "outage"],
        ["sim_loss_theft", "fraud_security", "sim_activation"],
        ["account_access", "app_or_site_bug", "fraud_security"],
        ["billing_question", "billing_dispute", "payment"],
        ["billing_dispute", "refund", "payment"],
        ["order_status", "delivery_problem", "order_change_cancel"],
        ["order_change_cancel", "return_exchange", "refund"],
        ["delivery_problem", "return_exchange"],
        ["contract_end", "move_house", "plan_or_product_advice"],
        ["service_complaint", "human_request"],
        ["personal_data_update", "bereavement", "account_access"],
    ];

    private static readonly FrozenDictionary<string, FrozenSet<string>> ByIntent = Groups
        .SelectMany(group => group.SelectMany(intent => group.Where(other => other != intent).Select(other => (intent, other))))
        .GroupBy(pair => pair.intent, pair => pair.other, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Those that may be meant where this one was found.</summary>
    public static FrozenSet<string> Of(string intent) => ByIntent.GetValueOrDefault(intent, FrozenSet<string>.Empty);
}
