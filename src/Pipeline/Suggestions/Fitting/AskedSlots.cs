using Pipeline.Suggestions.Retrieval;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Fitting;

/// <summary>
/// Which of the things that customers give a text asks for. Nobody declares it: it is read from the words, so that it holds for phrases,
/// earlier replies and drafts alike. A sentence asks when it says what it wants and how: "donnez-moi votre numéro de commande", "what's your
/// postcode?". One that only speaks of it ("je retrouve votre numéro de commande"), or asks which of several is meant, asks for none.
/// </summary>
public static class AskedSlots
{
    private static readonly string[] Asking =
    [
        "quel est", "quelle est", "quels sont", "quelles sont", "donner", "donnez", "indiquer", "indiquez", "communiquer", "communiquez", "preciser",
        "precisez", "transmettre", "transmettez", "envoyer", "envoyez", "rappeler", "rappelez", "redonner", "redonnez", "confirmer", "confirmez", "fournir",
        "fournissez", "puis je avoir", "auriez vous", "avez vous", "il me faut", "il me faudrait", "j ai besoin", "j aurais besoin", "dites moi", "me dire", "merci de",
        "a quel", "de quel", "quel jour", "quand", "comment vous appelez",
        "what is", "what s", "whats", "which", "when is", "when was", "give me", "give us", "send me", "send us", "share", "tell me", "provide", "confirm", "may i have",
        "can i have", "could i have", "can i take", "could i take", "may i take", "do you have", "have you got", "i need", "i ll need", "we need", "let me have", "please",
        "remind me", "type in",
    ];

    // What a sentence asks for, by the slot as the conversation knows it: a kind of personal data, or a slot of phrases.
    private static readonly (string Slot, string[] Nouns)[] Things =
    [
        ("order_number",
        [
            "numero de commande", "numero de la commande", "numero de votre commande", "reference de commande", "reference de votre commande",
            "reference de la commande", "order number", "order no", "order reference", "number of your order", "reference of your order",
        ]),
        ("contract_number",
        [
            "numero de contrat", "numero du contrat", "numero de votre contrat", "numero client", "numero de client", "numero d abonne", "reference client", "reference de votre contrat",
            "contract number", "account number", "customer number", "policy number", "customer reference", "account reference",
        ]),
        ("email",
        [
            "adresse e mail", "adresse mail", "adresse email", "votre e mail", "votre mail", "votre email", "adresse electronique", "email address", "e mail address",
            "your email", "your e mail",
        ]),
        ("phone",
        [
            "numero de telephone", "numero de mobile", "numero de portable", "votre numero de ligne", "numero de votre ligne", "phone number", "mobile number", "telephone number", "number of your line",
        ]),
        ("address",
        [
            "votre adresse postale", "votre adresse complete", "quelle est votre adresse", "donner votre adresse", "confirmer votre adresse", "indiquer votre adresse",
            "adresse postale", "your postal address", "your full address", "your home address", "what is your address", "what s your address", "confirm your address",
            "your delivery address", "your billing address",
        ]),
        ("postal_code", ["code postal", "postcode", "post code", "postal code", "zip code"]),
        ("name", ["votre nom", "nom complet", "nom et prenom", "nom et votre prenom", "nom du titulaire", "quel nom", "your name", "full name", "your surname", "your last name", "name on the account"]),
        (PhraseSlots.CustomerFirstName, ["votre prenom", "comment vous appelez vous", "your first name"]),
        ("date_of_birth", ["date de naissance", "date of birth", "birth date"]),
        (PhraseSlots.Product,
        [
            "de quel produit s agit", "quel produit est concerne", "quel est le produit", "quel est votre forfait", "quel forfait avez vous", "which product is it", "what product is it",
            "which product is this", "which plan are you on", "what plan are you on", "what is your plan", "what s your plan",
        ]),
        (PhraseSlots.DeliveryDate, ["date de livraison", "date de votre livraison", "delivery date", "date of your delivery"]),
        (PhraseSlots.AppointmentDate,
            ["date de rendez vous", "date du rendez vous", "date de votre rendez vous", "quel jour est votre rendez vous", "appointment date", "date of your appointment", "when is your appointment"]),
    ];

    // A question which of several is meant asks for none of them.
    private static readonly string[] Choosing = ["laquelle", "lequel", "quelle information", "which detail", "which one", "which of"];

    /// <summary>The slots that a text asks for, each once.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        List<string>? asked = null;
        foreach (var sentence in SentenceSplit.Of(text))
        {
            var words = $" {TextTokens.FoldedWords(sentence)} ";
            if (!Has(words, Asking) || Has(words, Choosing))
            {
                continue;
            }

            foreach (var (slot, nouns) in Things)
            {
                if (Has(words, nouns))
                {
                    (asked ??= []).Add(slot);

                    // "Votre adresse e-mail" is no address.
                    words = nouns.Aggregate(words, (rest, noun) => rest.Replace($" {noun} ", " … ", StringComparison.Ordinal));
                }
            }
        }

        return asked is null ? [] : [.. asked.Distinct(StringComparer.Ordinal)];
    }

    private static bool Has(string words, string[] cues) => Array.Exists(cues, cue => words.Contains($" {cue} ", StringComparison.Ordinal));
}
