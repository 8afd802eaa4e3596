using System.Diagnostics.CodeAnalysis;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Knowledge;

/// <summary>What an article must be, beyond what holds for every text (<see cref="EditingRules"/>).</summary>
public static class ArticleRules
{
    /// <summary>The most characters of a title, a question and a source.</summary>
    public const int MaxLine = 200;

    /// <summary>The most characters of a body.</summary>
    public const int MaxBody = 2_000;

    /// <summary>Everything that is wrong; empty when nothing is.</summary>
    public static IEnumerable<FieldProblem> ProblemsOf(ArticleDraft draft) =>
        EditingRules.ProblemsOf(draft).Concat(OwnProblems(draft)).Concat(EditingRules.ListProblems("questions", draft.Questions, MaxLine));

    private static IEnumerable<FieldProblem> OwnProblems(ArticleDraft draft)
    {
        if (!IsText(draft.Title, MaxLine))
        {
            yield return new("title", $"it must have 1 to {MaxLine} characters.");
        }

        if (!IsText(draft.Body, MaxBody))
        {
            yield return new("body", $"it must have 1 to {MaxBody} characters.");
        }
        else if (PhraseSlots.ProblemOf(draft.Body) is { } problem)
        {
            yield return new("body", problem);
        }

        if (!IsText(draft.Source, MaxLine))
        {
            yield return new("source", $"it must say in 1 to {MaxLine} characters where the facts come from.");
        }
    }

    private static bool IsText([NotNullWhen(true)] string? text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;
}
