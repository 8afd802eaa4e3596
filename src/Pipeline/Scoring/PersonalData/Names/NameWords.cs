using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData.Names;

/// <summary>What the finder of names knows of a word on its own.</summary>
public static class NameWords
{
    /// <summary>Whether a word is a given or a family name and nothing else.</summary>
    public static bool IsName(string word) =>
        RoleOf(word) is var roles && (roles & (NameRole.Given | NameRole.Family)) != 0 && (roles & (NameRole.Ordinary | NameRole.Small)) == 0;

    /// <summary>Whether a word can be a name where one is due.</summary>
    public static bool CanBeName(string word) => (RoleOf(word) & (NameRole.AnyGiven | NameRole.Family | NameRole.FamilyWord)) != 0;

    /// <summary>Whether a word is known as an ordinary one.</summary>
    public static bool IsOrdinary(string word) => (RoleOf(word) & (NameRole.Ordinary | NameRole.Small)) != 0;

    private static NameRole RoleOf(string word) => NameLexicon.Of(string.Concat(word.Select(Folding.Fold)));
}
