namespace Pipeline.Routing.Handover.Reading;

/// <summary>What is looked for in the sentences of a language. Folded words; each begins at the start of a word.</summary>
internal sealed record HandoverCues
{
    /// <summary>Something that can be tried.</summary>
    public required IReadOnlyList<string> Step { get; init; }

    /// <summary>What asks the customer for it, also in a sentence that begins with the advisor.</summary>
    public required IReadOnlyList<string> Asking { get; init; }

    /// <summary>How a sentence begins that tells what somebody does or did.</summary>
    public required IReadOnlyList<string> Myself { get; init; }

    /// <summary>What was tried, in the words of who tells of it, besides <see cref="Step"/>.</summary>
    public required IReadOnlyList<string> Tried { get; init; }

    /// <summary>Asks not to try it.</summary>
    public required IReadOnlyList<string> NotAsked { get; init; }

    /// <summary>How a customer tells what they have done.</summary>
    public required IReadOnlyList<string> Did { get; init; }

    /// <summary>It did not help.</summary>
    public required IReadOnlyList<string> Failed { get; init; }

    /// <summary>It helped.</summary>
    public required IReadOnlyList<string> Worked { get; init; }

    /// <summary>Something will be done, or come.</summary>
    public required IReadOnlyList<string> Promise { get; init; }

    /// <summary>A day, an hour or a delay that needs no number.</summary>
    public required IReadOnlyList<string> Day { get; init; }

    /// <summary>What stands behind the number of a date or a delay.</summary>
    public required IReadOnlyList<string> Unit { get; init; }

    /// <summary>Why something is as it is.</summary>
    public required IReadOnlyList<string> Because { get; init; }

    /// <summary>Asks for patience, and says nothing of the matter.</summary>
    public required IReadOnlyList<string> Holding { get; init; }

    /// <summary>Says nothing of the matter either: greetings, thanks, apologies, hand-overs.</summary>
    public required IReadOnlyList<string> Courtesy { get; init; }

    /// <summary>Asks whether anybody is there.</summary>
    public required IReadOnlyList<string> Calling { get; init; }

    /// <summary>The cues of a language: French, else English.</summary>
    public static HandoverCues Of(string language) => language == "fr" ? French : English;

    private static HandoverCues French { get; } = new()
    {
        Step =
        [
            "redemarr", "debranch", "rebranch", "branch", "reinitialis", "remettre a zero", "remise a zero", "essay", "reessay", "etein",
            "rallum", "appuy", "cliqu", "desinstall", "reinstall", "install", "telecharg", "reconnect", "deconnect", "videz", "vider le cache",
            "vide le cache", "mettez a jour", "mettre a jour", "mis a jour", "desactiv", "activez", "active l", "changez", "test",
            "verifiez", "verifier que", "ouvrez", "touchez", "retirez", "retire la", "remettez", "remis la", "mode avion", "reset",
        ],
        Asking = ["pouvez vous", "pourriez vous", "vous pouvez", "vous demande de", "je vous invite", "je vous propose de", "avez vous", "merci de"],
        Myself = ["je ", "j ", "nous ", "on ", "il ", "elle ", "ils ", "elles "],
        Tried = ["change le", "change la", "change de", "change les", "essaye"],
        NotAsked = ["rien", "pas besoin", "inutile", "ne debranch", "ne redemarr", "ne reinitialis", "ne touchez", "ne redemarre"],
        Did = ["j ai", "j avais", "deja", "on a ", "c est fait", "fait", "je l ai", "je viens de", "ok c est", "voila"],
        Failed =
        [
            "toujours", "pareil", "meme chose", "meme probleme", "marche pas", "fonctionne pas", "rien ne", "rien n", "change rien", "rien change", "aucun effet",
            "sans succes", "sans effet", "aucun changement", "echou", "echec", "message d erreur", "impossible", "rien de mieux", "pas mieux", "encore rouge", "en vain",
        ],
        Worked = ["ca marche", "ca remarche", "ca fonctionne", "ca refonctionne", "c est bon", "ca y est", "c est revenu", "est revenu", "nickel", "c est regle", "c est resolu", "tout marche"],
        Promise =
        [
            "je vous tiens", "je vous ecri", "je vous envoie", "je vous confirme", "je vous recontacte", "je vous rembours", "je vous offre", "je vous credite",
            "je reviens vers vous", "je m engage", "je vous promets", "vous recevrez", "vous serez", "vous aurez", "vous allez recevoir", "sera ", "seront ",
            "nous vous", "on vous", "vous l aurez", "vous les aurez", "je fais partir", "va vous", "vont vous", "vous contactera", "vous rappellera", "vous ecrira", "je vais vous", "je m occupe",
        ],
        Day =
        [
            "demain", "ce soir", "cet apres midi", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
            "semaine prochaine", "fin de semaine", "fin du mois", "mois prochain",
        ],
        Unit =
        [
            "minute", "min ", "heure", "h ", "jour", "semaine", "mois", "janvier", "fevrier", "mars", "avril", "mai ", "juin", "juillet", "aout", "septembre",
            "octobre", "novembre", "decembre",
        ],
        Because =
        [
            "parce que", "car ", "en effet", "a cause", "cela vient", "ca vient", "provient", "est du a", "est due a", "sont dus a", "c est du", "correspond",
            "la raison", "s explique", "puisque", "c est pourquoi", "une panne", "un incident",
        ],
        Holding =
        [
            "un instant", "une minute", "je regarde", "je verifie", "je vais regarder", "je vais verifier", "je consulte", "je me renseigne", "je cherche", "patient",
            "je poursuis", "je reviens", "je controle", "ne quittez pas", "je prends connaissance", "je lis",
        ],
        Courtesy =
        [
            "bonjour", "bonsoir", "merci", "je vous en prie", "bienvenue", "desole", "navre", "excus", "pardon", "je comprends", "transfer", "je vous passe", "je passe",
            "collegue", "bonne journee", "bonne soiree", "tres bien", "d accord", "parfait", "c est note",
        ],
        Calling = ["vous etes la", "il y a quelqu un", "y a quelqu un", "quelqu un ", "allo", "toujours la", "vous me lisez"],
    };

    private static HandoverCues English { get; } = new()
    {
        Step =
        [
            "restart", "reboot", "unplug", "plug ", "reset", "try ", "turn it off", "turn off", "turn on", "switch off", "switch it off", "switch on", "switch to", "press", "click", "tap ", "uninstall", "reinstall", "install", "download", "log out", "sign out",
            "clear your", "clear the", "update", "disable", "enable", "change the", "test", "check that", "check the", "check if", "open the", "remove",
            "airplane mode", "power cycle",
        ],
        Asking = ["can you", "could you", "would you", "please", "you can", "have you", "i d like you to", "i ll ask you to", "you ll need to", "you need to"],
        Myself = ["i ", "we ", "let me", "they ", "he ", "she ", "it "],
        Tried = ["tried", "plugged", "turned it off", "turned off", "switched", "tapped", "logged out", "signed out", "cleared", "changed the", "swapped"],
        NotAsked = ["don t", "no need", "no reset", "never", "haven t", "bother"],
        Did = ["i ve", "i have", "i did", "already", "done", "i tried", "i restarted", "i rebooted", "i unplugged", "i reset", "just did", "i just", "we tried", "we ve"],
        Failed =
        [
            "still", "same", "not working", "isn t working", "doesn t work", "didn t work", "won t", "no luck", "no change", "no difference", "nothing happens", "nothing changed",
            "did nothing", "does nothing", "didn t help", "no use", "failed", "error", "to no avail", "no good", "no better", "no joy",
        ],
        Worked = ["works now", "working now", "it works", "that worked", "that did it", "it s back", "is back", "fixed", "sorted", "all good", "working again"],
        Promise =
        [
            "i ll", "i will", "we ll", "we will", "you ll", "you will", "will be", "is going to", "are going to", "i m going to", "i promise", "i m sending", "will get", "will contact",
            "will write", "will call", "will arrive", "will come",
        ],
        Day =
        [
            "tomorrow", "tonight", "this evening", "this afternoon", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
            "next week", "end of the week", "end of the month", "next month",
        ],
        Unit =
        [
            "minute", "min ", "hour", "day", "working day", "week", "month", "january", "february", "march", "april", "may ", "june", "july", "august", "september", "october",
            "november", "december", "am ", "pm ",
        ],
        Because =
        [
            "because", "due to", "the reason", "caused by", "comes from", "that s why", "it means", "that means", "is down to", "as a result", "an outage", "is for the",
        ],
        Holding =
        [
            "one moment", "a moment", "just a sec", "a second", "bear with me", "i m looking", "i m checking", "let me check", "let me look", "let me see", "i ll check", "i ll look", "i ll have a look",
            "i ll take a look", "still checking", "hold on", "i m reading", "looking into",
        ],
        Courtesy =
        [
            "hello", "hi ", "good morning", "good afternoon", "good evening", "thank", "you re welcome", "welcome", "sorry", "apolog", "i understand", "transfer", "passing you", "pass you",
            "colleague", "have a good", "have a nice", "great", "of course", "certainly", "got it", "noted",
        ],
        Calling = ["are you there", "anyone there", "anybody there", "is anyone", "is anybody", "hello", "still there"],
    };
}
