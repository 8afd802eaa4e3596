using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData.References;

/// <summary>
/// What a text is about, for a number that no word names: "go paperless on AX99-20381" speaks of a contract, "where is AX99-20381" of an order.
/// Read once for a text, and only when it is asked for.
/// </summary>
internal sealed class ReferenceTopic(ScanText text)
{
    // Beside them a number is a contract's, unless the text speaks of orders as well.
    private static readonly WordSet Contracts = new(
        "line ligne plan tariff tarif forfait offre garantie warranty cover covered insurance assurance insured excess franchise premium prime paperless "
        + "statement statements releve renewal renew renewed renouvellement renouveler landlord bail meter compteur gas gaz electricity electricite "
        + "energy energie mensualite mensualites monthly resilier resiliation resiliee resilie terminate mortgage loan pension instalment instalments "
        + "schedule echeancier echeance echeances balance solde roaming portability portabilite sim broadband contents annuity supply supplier "
        + "licence license permis council tax utr paye hmrc isa savings saver breakdown gym rent loyer debit debits standing switching close closing upgrade downgrade suspend "
        + "freeze cloturer cloture resilier migrer usage bundle bouquet allowance hosting domain magazine newspaper paper patient surgery nhs prescription railcard season "
        + "smartcard rewards avios miles cotisation cotisations remboursements tutelle agios decouvert overdraft credit-card mobile landline handset");

    private static readonly WordSet Orders = new(
        "commande commandes cmd cde colis suivi facture factures retour retours avoir remboursement order orders invoice invoices parcel parcels tracking return returns "
        + "rma shipment expedition livraison delivery achat purchase booking reservation dossier claim sinistre reclamation complaint devis quote bordereau pallet litige "
        + "refund consignment label incident ticket tickets "
        + "delivered deliver livre livree livrer ordered commandee refunded rembourse driver courier livreur transporteur shipped expediee warehouse item "
        + "appointment case ticket receipt report police paiement");

    // Those of orders, invoices and cases.
    private static readonly WordSet OrderPrefixes = new("inv ord cmd cde com fac fact fa rma ret rt cas case tkt inc lit po rc rec cmp clm ref bk bkg sav req msg dev");

    // The letters that companies put before the numbers of contracts and customers.
    private static readonly WordSet ContractPrefixes = new(
        "ctr ctrt cnt cont con pol acc acct cust cli clt abo adh mut sub mem mbr mbs lse let ten hom mtr tel");

    private bool? _contract;

    /// <summary>The kind of a number that begins at a place, by the text around and its own letters.</summary>
    public string KindOf(int start)
    {
        var end = start;
        while (char.IsLetter(text.At(end)))
        {
            end++;
        }

        var prefix = text.Folded[start..end];
        return (IsContract && !OrderPrefixes.Contains(prefix)) || ContractPrefixes.Contains(prefix) ? PersonalDataKind.ContractNumber : PersonalDataKind.OrderNumber;
    }

    /// <summary>Whether the text speaks of contracts and not of orders.</summary>
    public bool IsContract => _contract ??= Read();

    /// <summary>Whether the word right before a place speaks of a contract: "line 01L-77-4093".</summary>
    public bool IsNamedBefore(int start)
    {
        var end = text.At(start - 1) == ' ' ? start - 1 : start;
        return Contracts.Contains(text.Folded[text.WordStart(end, 20)..end]);
    }

    private bool Read()
    {
        var (contracts, orders) = (false, false);
        for (var position = 0; position < text.Length; position++)
        {
            if (!char.IsLetter(text.At(position)) || text.IsWord(position - 1))
            {
                continue;
            }

            var end = position;
            while (end - position < 24 && char.IsLetter(text.At(end)))
            {
                end++;
            }

            var word = text.Folded[position..end];
            contracts |= Contracts.Contains(word) || ReferenceWords.Contract.Contains(word);
            orders |= Orders.Contains(word);
            position = end;
        }

        return contracts && !orders;
    }
}
