using System.Globalization;
using Pipeline.Quality.Review.PreScoring;

namespace Pipeline.Quality.Review.Scorecards;

/// <summary>Something that is wrong with a scorecard.</summary>
/// <param name="Path">Where, such as <c>sections[0].questions[2].points</c>.</param>
/// <param name="Problem">What.</param>
public sealed record ScorecardFault(string Path, string Problem);

/// <summary>Finds what is wrong with a scorecard that could be read.</summary>
public static class ScorecardCheck
{
    /// <summary>The most questions: a form that nobody finishes is no form.</summary>
    public const int MostQuestions = 60;

    private const int LongestName = 64;
    private const int LongestText = 300;
    private const int MostPoints = 10;
    private const double Tolerance = 1e-9;

    /// <summary>The faults; none when it is right.</summary>
    public static IReadOnlyList<ScorecardFault> FaultsOf(Scorecard card) => [.. Faults(card)];

    private static IEnumerable<ScorecardFault> Faults(Scorecard card)
    {
        (string Path, string Value)[] names = [("id", card.Id), ("version", card.Version)];
        foreach (var (path, value) in names.Where(entry => !IsName(entry.Value)))
        {
            yield return NoName(path, value);
        }

        foreach (var fault in Texts("", card.French, card.English))
        {
            yield return fault;
        }

        var sum = card.Sections.Sum(section => section.Weight);
        if (Math.Abs(sum - 100) > Tolerance)
        {
            yield return new("sections", string.Create(CultureInfo.InvariantCulture, $"the weights sum to {sum}; they must sum to 100."));
        }

        if (card.Questions.Count() > MostQuestions)
        {
            yield return new("sections", $"there are {card.Questions.Count()} questions; {MostQuestions} at most.");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var place = 0; place < card.Sections.Count; place++)
        {
            foreach (var fault in OfSection(card.Sections[place], $"sections[{place}]", ids))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<ScorecardFault> OfSection(ScorecardSection section, string path, HashSet<string> ids)
    {
        if (!IsName(section.Id))
        {
            yield return NoName($"{path}.id", section.Id);
        }
        else if (!ids.Add($"section {section.Id}"))
        {
            yield return new($"{path}.id", $"another section has the same id, '{section.Id}'.");
        }

        foreach (var fault in Texts($"{path}.", section.French, section.English))
        {
            yield return fault;
        }

        if (!double.IsFinite(section.Weight) || section.Weight <= 0)
        {
            yield return new($"{path}.weight", "it must be over 0.");
        }

        if (section.Questions.Count == 0)
        {
            yield return new($"{path}.questions", "a section has one question or more.");
        }

        for (var place = 0; place < section.Questions.Count; place++)
        {
            foreach (var fault in OfQuestion(section.Questions[place], $"{path}.questions[{place}]", ids))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<ScorecardFault> OfQuestion(ScorecardQuestion question, string path, HashSet<string> ids)
    {
        if (!IsName(question.Id))
        {
            yield return NoName($"{path}.id", question.Id);
        }
        else if (!ids.Add($"question {question.Id}"))
        {
            yield return new($"{path}.id", $"another question has the same id, '{question.Id}'.");
        }

        foreach (var fault in Texts($"{path}.", question.French, question.English))
        {
            yield return fault;
        }

        if (question.Kind == QuestionKind.Scale ? question.Points is not (>= 2 and <= MostPoints) : question.Points is not null)
        {
            yield return new($"{path}.points", $"a scale has 2 to {MostPoints} points, and yes or no has none.");
        }

        if (question.Weight is { } weight && !(double.IsFinite(weight) && weight > 0))
        {
            yield return new($"{path}.weight", "it must be over 0.");
        }

        if (question.PreScore is { } rule && !PreScorer.RuleNames.Contains(rule))
        {
            yield return new($"{path}.preScore", $"'{rule}' is no rule; the rules are {string.Join(", ", PreScorer.RuleNames)}.");
        }

        if (question is { PreScore: not null, Kind: not QuestionKind.YesNo })
        {
            yield return new($"{path}.preScore", "a rule answers yes or no: the question must be of that kind.");
        }
    }

    private static IEnumerable<ScorecardFault> Texts(string path, string french, string english)
    {
        if (string.IsNullOrWhiteSpace(french) || french.Length > LongestText)
        {
            yield return new($"{path}french", $"it must have 1 to {LongestText} characters.");
        }

        if (string.IsNullOrWhiteSpace(english) || english.Length > LongestText)
        {
            yield return new($"{path}english", $"it must have 1 to {LongestText} characters.");
        }
    }

    private static ScorecardFault NoName(string path, string? value) =>
        new(path, $"'{value}' is not a name: up to {LongestName} letters, digits, '.', '_' and '-'.");

    /// <summary>Whether it can be an id or a version: also safe in keys of tables.</summary>
    public static bool IsName(string? name) =>
        name?.Length is > 0 and <= LongestName && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-');
}
