using Pipeline.Scoring.Lexicons;

namespace Pipeline.Scoring.PersonalData.Names;

/// <summary>The words that the finder of names knows, folded, with what each can be.</summary>
internal static class NameLexicon
{
    private const string NamesFile = "names.json";
    private const string OrdinaryFile = "ordinary.json";

    // A plain dictionary: it is made in a millisecond, where a frozen one of as many words takes longer than it ever saves.
    private static readonly Dictionary<string, NameRole>.AlternateLookup<ReadOnlySpan<char>> Roles =
        Read().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the lists, unless they have been read.</summary>
    public static void Load() => _ = Of("");

    /// <summary>What a folded word can be.</summary>
    public static NameRole Of(ReadOnlySpan<char> word) => Roles.TryGetValue(word, out var roles) ? roles : NameRole.None;

    private static Dictionary<string, NameRole> Read()
    {
        var roles = new Dictionary<string, NameRole>(16_000, StringComparer.Ordinal);
        var names = LexiconResource.Read(NamesFile, LexiconJson.Default.NameFile);
        Add(roles, names.Given, NameRole.Given);
        Add(roles, names.GivenShort, NameRole.GivenShort);
        Add(roles, names.GivenWord, NameRole.GivenWord);
        Add(roles, names.GivenRare, NameRole.GivenRare);
        Add(roles, names.Family, NameRole.Family);
        Add(roles, names.FamilyWord, NameRole.FamilyWord);
        Add(roles, LexiconResource.Read(OrdinaryFile, LexiconJson.Default.OrdinaryFile).Words, NameRole.Ordinary);
        foreach (var (role, words) in NameCueWords.All)
        {
            Add(roles, [words], role);
        }

        return roles;
    }

    private static void Add(Dictionary<string, NameRole> roles, IReadOnlyList<string> lines, NameRole role)
    {
        foreach (var line in lines)
        {
            foreach (var word in line.Split(' '))
            {
                roles[word] = roles.GetValueOrDefault(word) | role;
            }
        }
    }
}
