namespace Pipeline.Scoring.Intents;

/// <summary>What a message can be about (docs/models.md). Where two fit as well, the one further up wins.</summary>
public static class IntentNames
{
    /// <summary>A death.</summary>
    public const string Bereavement = "bereavement";

    /// <summary>A disability, an adapted service.</summary>
    public const string Accessibility = "accessibility";

    /// <summary>Fraud, an account or a line taken over.</summary>
    public const string FraudSecurity = "fraud_security";

    /// <summary>A telephone or its SIM is lost or stolen.</summary>
    public const string SimLossTheft = "sim_loss_theft";

    /// <summary>A person is asked for, and nothing else.</summary>
    public const string HumanRequest = "human_request";

    /// <summary>Thanks or a comment on the service.</summary>
    public const string ThanksFeedback = "thanks_feedback";

    /// <summary>A greeting, an acknowledgement, a request to wait.</summary>
    public const string SmallTalk = "small_talk_other";

    /// <summary>The intents: situations of life, then objects, then what is said when there is nothing else.</summary>
    public static IReadOnlyList<string> Ordered { get; } =
    [
        Bereavement, Accessibility, FraudSecurity,
        SimLossTheft, "outage", "technician_visit", "number_porting", "sim_activation", "refund", "return_exchange", "billing_dispute",
        "order_change_cancel", "contract_end", "move_house", "delivery_problem", "order_status", "payment", "billing_question",
        "account_access",
        "personal_data_update", "tv_trouble", "mobile_trouble", "internet_trouble", "app_or_site_bug", "plan_or_product_advice",
        "service_complaint",
        HumanRequest, ThanksFeedback, SmallTalk,
    ];
}
