using System.Collections.Frozen;

namespace Pipeline.Quality.Knowledge.Words;

/// <summary>Words of French and English that every question is made of, and that tell no two apart; folded, three letters or more.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> All = (
        "les des une aux mes mon mas ses son ces cet cette leur leurs nos notre vos votre que qui quoi dont est sont suis sommes etes etait etaient ete etre ont avez avons "
        + "avait avoir aurait fait faire faut peut peux pouvez pourrait pourriez puis plus moins tres bien mal pas non oui mais donc car pour par avec sans sur sous dans chez entre vers "
        + "vous nous elle elles ils lui moi toi eux cela ceci tout tous toute toutes rien encore deja toujours jamais aussi alors comme comment combien quand pourquoi quel quelle quels quelles "
        + "bonjour bonsoir merci svp stp plait salut madame monsieur voila depuis avant apres pendant hier aujourd hui demain matin soir jour jours vais veux voudrais voulais souhaite souhaiterais "
        + "besoin aide aider savoir quelqu quelque quelques autre autres meme ici dire dit "
        + "the and for are was were been being have has had does did done not you your yours our ours they them their this that these those with without from into about over under "
        + "what when where which who whom why how can could would should will shall may might must just still yet again already always never ever also very really more less most "
        + "hello hey thanks thank please sir madam good morning evening afternoon yesterday today tomorrow since before after while there here some any other another "
        + "need want help know like get got its she him her his out off than then too but yes one").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => All.Contains(word);
}
