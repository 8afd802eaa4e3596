using Pipeline.Messages;

namespace Pipeline.Routing.Handover;

/// <summary>The words of a note.</summary>
internal static class HandoverWords
{
    /// <summary>Why it was handed over.</summary>
    public static string Of(HandoverReason reason, bool french) => (reason, french) switch
    {
        (HandoverReason.OtherSkill, true) => "autre métier",
        (HandoverReason.OtherSkill, false) => "another trade",
        (HandoverReason.HigherLevel, true) => "niveau supérieur",
        (HandoverReason.HigherLevel, false) => "a higher level",
        (HandoverReason.Language, true) => "autre langue",
        (HandoverReason.Language, false) => "another language",
        (HandoverReason.CustomerAsked, true) => "demande du client",
        (HandoverReason.CustomerAsked, false) => "the customer asked",
        (HandoverReason.EndOfShift, true) => "fin de service",
        (HandoverReason.EndOfShift, false) => "end of the shift",
        (HandoverReason.Capacity, true) => "plus de place",
        (HandoverReason.Capacity, false) => "no room any more",
        (HandoverReason.OutOfHours, true) => "hors des heures d'ouverture",
        (HandoverReason.OutOfHours, false) => "out of hours",
        (HandoverReason.SystemOutage, true) => "outil en panne",
        (HandoverReason.SystemOutage, false) => "a tool is down",
        (_, true) => "au-delà de ce que fait le bot",
        (_, false) => "beyond what the bot does",
    };

    /// <summary>What came of a step.</summary>
    public static string Of(StepOutcome outcome, bool french) => (outcome, french) switch
    {
        (StepOutcome.Failed, true) => "sans effet",
        (StepOutcome.Failed, false) => "did not help",
        (StepOutcome.Worked, true) => "a marché",
        (StepOutcome.Worked, false) => "worked",
        (StepOutcome.Done, true) => "fait",
        (StepOutcome.Done, false) => "done",
        (_, true) => "résultat inconnu",
        (_, false) => "result unknown",
    };

    /// <summary>What a statement is.</summary>
    public static string Of(StatementKind kind, bool french) => (kind, french) switch
    {
        (StatementKind.Promise, true) => "promesse",
        (StatementKind.Promise, false) => "promise",
        (StatementKind.Date, _) => "date",
        (StatementKind.Amount, true) => "montant",
        (StatementKind.Amount, false) => "amount",
        (_, true) => "explication",
        (_, false) => "explanation",
    };

    /// <summary>Who wrote.</summary>
    public static string Of(SenderRole role, bool french) => (role, french) switch
    {
        (SenderRole.Customer, true) => "client",
        (SenderRole.Customer, false) => "customer",
        (SenderRole.Bot, _) => "bot",
        (_, true) => "conseiller",
        (_, false) => "advisor",
    };

    /// <summary>What is known.</summary>
    public static string Slot(string name, bool french) => (name, french) switch
    {
        ("customer_first_name", true) => "prénom",
        ("customer_first_name", false) => "first name",
        ("product", true) => "produit",
        ("delivery_date", true) => "date de livraison",
        ("appointment_date", true) => "date de rendez-vous",
        ("device", true) => "appareil",
        ("order_number", true) => "numéro de commande",
        ("contract_number", true) => "numéro de contrat",
        ("email", true) => "e-mail",
        ("phone", true) => "téléphone",
        ("address", true) => "adresse",
        ("postal_code", true) => "code postal",
        ("name", true) => "nom",
        ("date_of_birth", true) => "date de naissance",
        _ => name.Replace('_', ' '),
    };
}
