using Pipeline.Messages;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Editing;

/// <summary>The rules that hold for every text of the library, whatever it is.</summary>
public static class EditingRules
{
    /// <summary>The most entries of a list.</summary>
    public const int MaxEntries = 50;

    /// <summary>The most characters of a list in all, so that it fits in a column of a table however it is escaped.</summary>
    public const int MaxList = 5_000;

    /// <summary>The most characters of an entry of a list.</summary>
    public const int MaxEntry = 100;

    /// <summary>The most characters of the name of somebody, as an identity provider gives it.</summary>
    public const int MaxName = 256;

    /// <summary>Everything that is wrong, in the order of the fields; empty when nothing is.</summary>
    public static IEnumerable<FieldProblem> ProblemsOf(EditedText text)
    {
        if (!IsId(text.Id))
        {
            yield return new("id", "it must be 1 to 100 letters, digits or . _ @ + : - and not end in @ and a number, which names a version.");
        }

        if (text.Language is not { } language || !PhraseWords.Languages.Contains(language))
        {
            yield return new("language", $"'{text.Language}' is not one of {string.Join(", ", PhraseWords.Languages)}.");
        }

        foreach (var problem in ListProblems("intents", text.Intents).Concat(ListProblems("brands", text.Brands)))
        {
            yield return problem;
        }

        if (text.Counterpart is not null && !IsId(text.Counterpart))
        {
            yield return new("counterpart", "it must be the id of the text in the other language.");
        }

        if (text.Version < 1)
        {
            yield return new("version", "it must be a whole number from 1.");
        }

        foreach (var problem in PeopleProblems(text))
        {
            yield return problem;
        }

        if (text.ValidUntil < text.ValidFrom)
        {
            yield return new("validUntil", "it must not be before validFrom.");
        }
    }

    /// <summary>What is wrong with a list: an entry that is empty or too long, or too many entries.</summary>
    public static IEnumerable<FieldProblem> ListProblems(string field, IReadOnlyList<string>? entries, int maxLength = MaxEntry)
    {
        if (entries is null)
        {
            yield break;
        }

        if (entries.Any(string.IsNullOrWhiteSpace))
        {
            yield return new(field, "it holds an empty entry.");
        }
        else if (entries.Count > MaxEntries || entries.Any(entry => entry.Length > maxLength) || entries.Sum(entry => entry.Length) > MaxList)
        {
            yield return new(field, $"it may hold {MaxEntries} entries of at most {maxLength} characters, and {MaxList} characters in all.");
        }
    }

    private static IEnumerable<FieldProblem> PeopleProblems(EditedText text)
    {
        foreach (var (field, name) in new[] { ("author", text.Author), ("approvedBy", text.ApprovedBy), ("retiredBy", text.RetiredBy) })
        {
            if (name is not null && (name.Length is 0 or > MaxName || name.Trim() != name || name.Any(char.IsControl)))
            {
                yield return new(field, $"it must be a name of 1 to {MaxName} characters, without blanks around it.");
            }
        }

        if (text.ApprovedBy is not null && text.Author is null)
        {
            yield return new("approvedBy", "who approves must be another than the author, so the author must be named.");
        }
        else if (text.ApprovedBy is { } peer && string.Equals(peer, text.Author, StringComparison.OrdinalIgnoreCase))
        {
            yield return new("approvedBy", "the author cannot be the one who approves: a peer must.");
        }

        if (text.RetiredAt is null != text.RetiredBy is null)
        {
            yield return new("retiredBy", "who retired it and when are given together, or neither.");
        }
    }

    private static bool IsId(string? id) =>
        id is { Length: > 0 } && ConversationKeys.Safe(id) == id && TextSource.VersionIn(id) is null;
}
