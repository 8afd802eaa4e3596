namespace Pipeline.Suggestions.Drafting;

/// <summary>The words for reasons: a short name for metrics, a sentence for people.</summary>
public static class RefusalReasons
{
    /// <summary>The name in metrics, such as <c>invented_amount</c>.</summary>
    public static string Name(RefusalReason reason) => string.Concat(reason.ToString().Select((letter, place) =>
        char.IsUpper(letter) ? (place > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>A sentence for people.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="language">fr, or any other for English.</param>
    public static string Words(RefusalReason reason, string language)
    {
        var (english, french) = reason switch
        {
            RefusalReason.Empty => ("The draft is empty.", "Le brouillon est vide."),
            RefusalReason.TooLong => ("It is too long for the channel.", "Il est trop long pour le canal."),
            RefusalReason.Repetition => ("It repeats itself or shouts.", "Il se répète ou crie."),
            RefusalReason.Markup => ("It holds code or markup.", "Il contient du code ou du balisage."),
            RefusalReason.Placeholder => ("It holds a placeholder.", "Il contient un champ à remplir."),
            RefusalReason.UnknownSource => ("It names a source that does not exist.", "Il cite une source qui n'existe pas."),
            RefusalReason.WrongLanguage => ("It is in the wrong language.", "Il n'est pas dans la bonne langue."),
            RefusalReason.AsksForSecret => ("It asks for secret data.", "Il demande une donnée secrète."),
            RefusalReason.Rude => ("It is rude.", "Il est impoli."),
            RefusalReason.Condescending => ("It is condescending.", "Il est condescendant."),
            RefusalReason.HardSell => ("It pushes a sale.", "Il force la vente."),
            RefusalReason.MetaTalk => ("It speaks of itself or plays a role.", "Il parle de lui-même ou joue un rôle."),
            RefusalReason.PersonalData => ("It holds personal data.", "Il contient des données personnelles."),
            RefusalReason.InventedLink => ("It has a link without a source.", "Il contient un lien sans source."),
            RefusalReason.InventedAmount => ("It has an amount without a source.", "Il contient un montant sans source."),
            RefusalReason.InventedTime => ("It has a date or a delay without a source.", "Il contient une date ou un délai sans source."),
            RefusalReason.InventedNumber => ("It has a number without a source.", "Il contient un nombre sans source."),
            RefusalReason.InventedPromise => ("It promises or decides without a source.", "Il promet ou décide sans source."),
            RefusalReason.Contradiction => ("It contradicts its source.", "Il contredit sa source."),
            RefusalReason.NotInSource => ("It says more than its source.", "Il en dit plus que sa source."),
            RefusalReason.NotCourtesy => ("It says something without a source.", "Il affirme sans source."),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };
        return language == "fr" ? french : english;
    }
}
