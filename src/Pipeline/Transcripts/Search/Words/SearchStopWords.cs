using System.Collections.Frozen;

namespace Pipeline.Transcripts.Search.Words;

/// <summary>
/// Words that nearly every conversation holds: a query leaves them aside outside phrases. They stand in the index all the same, for phrases. Words that
/// mean something in the other language ("car", "son", "or") are not among them.
/// </summary>
internal static class SearchStopWords
{
    private static readonly FrozenSet<string> Words = (
        // French.
        "le la les un une des du de au aux et ou mais donc ni que qui quoi dont ce cet cette ces ca cela se si ne pas plus je tu il elle on nous vous ils " +
        "elles me te moi toi lui leur leurs mon ma mes ton ta tes ses notre nos votre vos en dans sur sous par pour avec sans chez vers est es suis sont etes " +
        "sommes ai as avez avons ont etait etaient etre avoir tres bien alors comme quand comment deja meme y sa " +
        // English.
        "the a an and but so if of to in at by for with from is am are was were be been being do does did have has had it its this that these those he she " +
        "they them we us you your yours my mine our their his her not no can could will would should shall may might just very too also then than there " +
        "here what which who how i don isn didn doesn im ive into about").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a folded word is one.</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
