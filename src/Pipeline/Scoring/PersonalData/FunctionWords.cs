using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData;

/// <summary>Small words of both languages (folded) that end a street's, a town's or a person's name typed without capitals.</summary>
internal static class FunctionWords
{
    private static readonly WordSet Words = new(
        "je j tu il elle on nous vous ils elles me m te se s ce c ca cela cette ces ci y en ne n pas plus rien jamais et ou "
        + "mais donc or ni car que qu qui quoi dont quand comment pourquoi si est suis es sont etait etais sera ai as a avons "
        + "avez ont avait avais fait faire va vais veux voudrais peux peut pour par sur sous avec sans dans chez depuis avant "
        + "apres vers entre pendant jusqu merci svp bonjour bonsoir salut oui non ok voila mon ma mes ton ta tes son sa ses notre "
        + "nos votre vos leur leurs un une des aussi encore toujours deja tres trop bien mal demain hier aujourd hui ici la-bas "
        + "client cliente abonne abonnee numero tel telephone mail contrat commande box ligne i you he she it we they my your his "
        + "her our their this that these those is am are was were be been have has had do does did will would can could should "
        + "may might must not no yes and or but so because if when where what who how why for from with without about to of in on "
        + "at by since until please thanks thank hello hi hey the an there here just still also again now today tomorrow "
        + "yesterday calling writing phone mobile email order account number customer speaking");

    /// <summary>Whether a folded word is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
