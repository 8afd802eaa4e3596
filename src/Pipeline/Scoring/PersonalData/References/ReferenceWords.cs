using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData.References;

/// <summary>Words (folded) that tell what a number beside them is.</summary>
internal static class ReferenceWords
{
    /// <summary>Orders and whatever one deals with: invoices, parcels, returns, tickets, cases.</summary>
    public static readonly WordSet Order = new(
        "commande commandes cmd cde colis suivi facture factures retour retours avoir remboursement order orders invoice invoices parcel "
        + "parcels package tracking return returns rma shipment bill expedition livraison delivery envoi achat purchase booking reservation "
        + "dossier dossiers ticket tickets incident case claim sinistre reclamation complaint devis quote bordereau pallet receipt recu memo "
        + "intervention visit visite demande etiquette panier rdv litige plainte refund po sav consignment pnr locator label job appointment collection confirmation authorisation authorization pickup");

    /// <summary>Contracts and who has them: customers, accounts, policies.</summary>
    public static readonly WordSet Contract = new(
        "contrat contrats contract contracts compte account acct acc client cliente customer abonnement abonne abonnee subscriber subscription "
        + "identifiant membership member membre policy policies assurance adherent adherente allocataire societaire mandat assure assuree "
        + "lease leasing tenancy agreement flyer loyalty fidelite clubcard nectar railcard fob badge sub subs abo adhesion mutuelle bail loan mortgage mandate "
        + "pdl prm pce mpan mprn cust pol patient student employee passport passeport licence license");

    /// <summary>What may stand between such a word and its number.</summary>
    public static readonly WordSet Fillers = new(
        "n no nr num numero nb number numbers ref reference refs id code est is s it its c cest le la les my mon ma mes votre your our notre "
        + "de du d of the for pour : # = - a ° “ \" « suivant suivante sous re about called was etait commence nos tied linked on to with you chez vous at");

    /// <summary>Says that a number follows, even a short one.</summary>
    public static readonly WordSet Number = new("n no nr num numero nb number numbers ref reference refs id ° #");

    /// <summary>Numbers of things and troubles, of which nobody is to be known.</summary>
    public static readonly WordSet Things = new(
        "erreur error err pac code modele model version firmware serie serial imei panne prise socket kb norme iso cve pilote "
        + "article produit product item sku ean router routeur isbn chipset processeur puce windows android ios patch revision plaque plate");
}
