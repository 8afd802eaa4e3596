using Pipeline.Messages;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Library;

/// <summary>What a phrase must be, beyond what holds for every text (<see cref="EditingRules"/>).</summary>
public static class PhraseRules
{
    /// <summary>Everything that is wrong; empty when nothing is.</summary>
    public static IEnumerable<FieldProblem> ProblemsOf(PhraseDraft draft) =>
        EditingRules.ProblemsOf(draft).Concat(OwnProblems(draft)).Concat(ListProblems(draft));

    private static IEnumerable<FieldProblem> OwnProblems(PhraseDraft draft)
    {
        var category = PhraseWords.Category(draft.Category);
        if (category is null)
        {
            yield return new("category", $"'{draft.Category}' is not one of {Words<PhraseCategory>(PhraseWords.Name)}.");
        }

        if (PhraseWords.Tone(draft.Tone) is null)
        {
            yield return new("tone", $"'{draft.Tone}' is not one of {Words<PhraseTone>(PhraseWords.Name)}.");
        }

        if (draft.Mandatory && category is not (null or PhraseCategory.Greeting or PhraseCategory.Closing))
        {
            yield return new("mandatory", $"only a greeting or a closing can be mandatory, and this is a {draft.Category}.");
        }

        if (string.IsNullOrWhiteSpace(draft.Text) || draft.Text.Length > Phrase.MaxText)
        {
            yield return new("text", $"it must have 1 to {Phrase.MaxText} characters.");
        }
        else if (PhraseSlots.ProblemOf(draft.Text) is { } problem)
        {
            yield return new("text", problem);
        }
    }

    private static IEnumerable<FieldProblem> ListProblems(PhraseDraft draft)
    {
        var problems = EditingRules.ListProblems("channels", draft.Channels)
            .Concat(EditingRules.ListProblems("levels", draft.Levels))
            .Concat(EditingRules.ListProblems("keywords", draft.Keywords));
        foreach (var problem in problems)
        {
            yield return problem;
        }

        if (draft.Levels?.FirstOrDefault(level => !string.IsNullOrWhiteSpace(level) && PhraseWords.Level(level) is null) is { } unknown)
        {
            yield return new("levels", $"'{unknown}' is not one of {Words<AdvisorLevel>(PhraseWords.Name)}.");
        }
    }

    private static string Words<T>(Func<T, string> name)
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(name));
}
