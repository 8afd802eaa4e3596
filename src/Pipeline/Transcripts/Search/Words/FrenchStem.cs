using System.Collections.Frozen;

namespace Pipeline.Transcripts.Search.Words;

/// <summary>
/// Cuts French endings off a folded word, so that plurals, genders, the forms of regular verbs and the commonest nouns made of them meet
/// (<c>rembourser, remboursées, remboursement</c>). Light, in the manner of J. Savoy's stemmers ("Light stemming approaches for the French,
/// Portuguese, German and Hungarian languages", 2006), with the endings of the first two groups of verbs added. It aims at forms that meet, not at
/// words that a reader would know.
/// </summary>
internal static class FrenchStem
{
    private const int Shortest = 4;

    // The longest ending that leaves enough of the word goes. Final s has gone before, so that "ai" is also "ais", and "on" is not here.
    private static readonly (string Ending, int Leaves, string With)[] Endings =
    [
        ("issements", 3, ""), ("issement", 3, ""), ("issaient", 3, ""), ("issante", 3, ""), ("issant", 3, ""), ("issait", 3, ""),
        ("issent", 3, ""), ("issai", 3, ""), ("issez", 3, ""), ("isson", 3, ""), ("eraient", 3, ""), ("iraient", 4, ""),
        ("atrice", 4, ""), ("ateur", 4, ""), ("ation", 3, ""), ("ition", 4, ""), ("xion", 3, "ct"), ("ement", 3, ""), ("ment", 4, ""),
        ("erait", 4, ""), ("eriez", 4, ""), ("erion", 4, ""), ("eront", 4, ""), ("eron", 4, ""), ("erez", 4, ""), ("erai", 4, ""), ("era", 4, ""),
        ("irait", 4, ""), ("iriez", 4, ""), ("irion", 4, ""), ("iront", 4, ""), ("iron", 4, ""), ("irez", 4, ""), ("irai", 4, ""), ("ira", 4, ""),
        ("aison", 4, ""), ("aient", 3, ""), ("able", 5, ""), ("euse", 4, ""), ("iere", 4, ""), ("ante", 4, ""), ("ive", 4, "if"),
        ("ere", 5, ""), ("eur", 4, ""), ("ier", 4, ""), ("iez", 3, ""), ("ant", 4, ""), ("ait", 4, ""), ("dre", 3, "d"), ("tre", 3, "t"),
        ("du", 3, "d"), ("ai", 4, ""), ("ez", 3, ""), ("er", 3, ""), ("ir", 3, ""),
    ];

    private static readonly FrozenDictionary<string, string> Irregular = IrregularForms.Read(
        "nouvel nouveau nouveaux", "travail travaux", "oeil yeux",
        "recev recu recus recue recues recoi recois recoit recoivent recevoir recevez recevrai", "mettr mise mis mettre mets",
        "courrier courrier courriers", "montant montant montants", "courant courant courants", "suivant suivant suivante",
        "dern dernieres", "different different differents", "frequent frequent frequents", "evident evident", "contrat contrat",
        "colis colis", "acces acces", "mois mois", "prendr pris prise prend prends prendre prenez prennent", "relai relais",
        "delai delais", "frais frais", "fois fois");

    /// <summary>The stem of a folded word.</summary>
    public static string Of(string word)
    {
        if (word.Length < Shortest || char.IsAsciiDigit(word[0]) || word[0] == '[')
        {
            return word;
        }

        return Irregular.GetValueOrDefault(word) ?? Tail(Ending(Plural(word)));
    }

    private static string Plural(string word)
    {
        if (word.EndsWith("eaux", StringComparison.Ordinal) || (word.Length > 4 && EndsWithAny(word, "eux", "oux")))
        {
            return word[..^1];
        }

        if (word.Length > 4 && word.EndsWith("aux", StringComparison.Ordinal))
        {
            return word[..^2] + "l";
        }

        if (word.Length > 5 && word.EndsWith("ons", StringComparison.Ordinal) && IsFirstPerson(word))
        {
            return word[..^3];
        }

        return word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
    }

    // "rappelons" is "we call back"; "questions", "livraisons" and "boutons" are nouns.
    private static bool IsFirstPerson(string word) =>
        !EndsWithAny(word, "ions", "aisons", "oisons", "issons", "outons", "arcons", "ersons");

    private static string Ending(string word)
    {
        if (word.EndsWith("ent", StringComparison.Ordinal) && !word.EndsWith("ment", StringComparison.Ordinal)
            && !EndsWithAny(word, "aient", "issent"))
        {
            // "ils coupent" against "patient", "urgent", "récent".
            return word.Length >= 7 && !EndsWithAny(word, "ient", "cent", "gent") ? word[..^3] : word;
        }

        foreach (var (ending, leaves, with) in Endings)
        {
            if (word.Length - ending.Length >= leaves && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return string.Concat(word.AsSpan(0, word.Length - ending.Length), with);
            }
        }

        return word;
    }

    private static string Tail(string word)
    {
        var end = word.Length;
        while (end > 3 && word[end - 1] == 'e')
        {
            end--;
        }

        var last = end > 2 && word[end - 1] == 'y' ? 'i' : word[end - 1];
        if (last == 'i' && end > 4)
        {
            return Once(word[..(end - 1)]);
        }

        return Once(last == word[end - 1] ? word[..end] : string.Concat(word.AsSpan(0, end - 1), last.ToString()));
    }

    // "installer" and "réinstal": the last letter once.
    private static string Once(string word) => word.Length > 3 && word[^1] == word[^2] ? word[..^1] : word;

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
