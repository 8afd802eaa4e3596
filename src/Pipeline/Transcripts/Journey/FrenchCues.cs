namespace Pipeline.Transcripts.Journey;

/// <summary>The cues in French.</summary>
internal static class FrenchCues
{
    public static JourneyCues All { get; } = new()
    {
        Refusal =
        [
            "malheureusement", "ne peut pas", "ne peux pas", "ne pouvons pas", "ne pourra", "ne permet pas", "ne me laisse pas", "impossible",
            "pas possible", "n est pas", "ne sont pas", "refus", "clotur", "pas acces", "la politique", "le reglement", "nous devons",
            "le systeme", "conditions", "delai", "jours ouvrables", "pas avant", "plein tarif", "frais", "hors garantie", "expire", "desole",
        ],
        Transfer =
        [
            "transfer", "vous adresser", "adressez vous", "contactez", "contacter le", "appeler", "appelez", "autre service",
            "service recouvrement", "vers le service", "aupres de", "par telephone", "leur numero", "numero dedie",
        ],
        Canned =
        [
            "cher client", "chere cliente", "votre fidelite", "de votre confiance", "est notre priorite", "nous comprenons votre",
            "je comprends votre frustration", "je comprends votre impatience", "rester courtois", "rester correct", "centre d aide",
            "vous remercions de", "nous sommes ravis", "se fera un plaisir", "beaucoup de gens disent",
        ],
        Step =
        [
            "essay", "debranch", "rebranch", "redemarr", "reinitialis", "remise a zero", "appuy", "cliqu", "eteign", "rallum", "reset",
            "telecharg", "installe", "reessay", "mettez", "ouvrez", "touchez",
        ],
        Told =
        [
            "je vous l ai", "deja dit", "deja donne", "deja envoye", "deja repondu", "deja fait", "deja explique", "je viens de vous", "vous ai dit",
            "vous ai ecrit", "premier message", "premiere phrase", "plus haut", "encore la meme", "la meme chose", "memes questions",
            "meme phrase", "lisez", "lire ce que", "qui lit", "redemande", "recopier", "je me repete", "combien de fois",
        ],
        Still =
        [
            "toujours", "encore", "pareil", "meme chose", "marche pas", "fonctionne pas", "rien", "pire", "retombe", "erreur",
        ],
        Waiting =
        [
            "minutes", "min ", "heures", "une heure", "attend", "patient", "quelqu un", "y a plus personne", "vous etes la", "toujours la",
            "allo", "sans reponse", "sans un mot", "me laisser",
        ],
        SentAround =
        [
            "transfer", "me renvoie", "se renvoie", "renvoyez", "tourne en rond", "ballon", "ping pong", "d un service", "l autre service",
            "de vous ecrire", "de vous contacter", "m adresser a vous", "chacun me",
        ],
        Manner =
        [
            "ton ", "phrase toute faite", "copier coller", "robot", "humiliant", "insult", "me parle", "me parlez", "traitez", "moquez",
            "vous lisez", "tutoie", "script", "mepris", "reponse automatique",
        ],
        Relief =
        [
            "ouf", "fiou", "chapeau", "genial", "super", "parfait", "enfin", "soulage", "incroyable", "magnifique", "ca marche", "ca y est",
            "c est bon", "sauve", "j en reviens pas", "excusez", "desole", "scuse", "pardon", "ravi", "content", "bravo", "vraiment",
            "adorable", "gentil", "haha",
        ],
        Common = new HashSet<string>(StringComparer.Ordinal)
        {
            "cette", "pour", "plus", "avec", "dans", "votre", "vous", "nous", "elle", "bonjour", "bonsoir", "merci", "etes", "avez", "pouvez",
            "est", "que", "bien", "quel", "quelle", "comme", "mais", "alors", "depuis", "tout", "fait", "faire", "avoir", "etre",
        },
    };
}
