using System.Collections.Frozen;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>Words so common that sharing them says nothing about two texts.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> French = Set(
        "le la les un une des du de au aux et ou mais donc or ni car que qui quoi dont ce cet cette ces ca cela se si ne pas plus je tu il elle on " +
        "nous vous ils elles me te moi toi lui leur leurs mon ma mes ton ta tes son sa ses notre nos votre vos en dans sur sous par pour avec sans " +
        "chez vers est es suis sont etes sommes ai as avez avons ont etait ete etre avoir fait faire tout tous toute toutes tres bien bon aussi " +
        "alors comme quand comment ici deja peut peux puis apres avant meme qu");

    private static readonly FrozenSet<string> English = Set(
        "the an and or but so if of to in on at by for with from as is am are was were be been being do does did have has had it its this that " +
        "these those he she they them we us you your yours my me mine our their his her not no can could will would should shall may might just " +
        "very too also then than there here what which who how all any some get got ve ll re don isn didn doesn im ive been about into out up");

    public static bool Contains(string folded, string language) => (language == "fr" ? French : English).Contains(folded);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
