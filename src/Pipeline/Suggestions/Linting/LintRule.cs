using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Linting;

/// <summary>A rule that good phrases keep.</summary>
/// <param name="id">Names it in findings.</param>
/// <param name="french">What it means and what to do, in French.</param>
/// <param name="english">The same in English.</param>
public abstract class LintRule(string id, string french, string english)
{
    /// <summary>Names it in findings.</summary>
    public string Id { get; } = id;

    /// <summary>What it means and what to do, in French.</summary>
    public string French { get; } = french;

    /// <summary>What it means and what to do, in English.</summary>
    public string English { get; } = english;

    /// <summary>What it finds in a library.</summary>
    public abstract IEnumerable<LintFinding> Check(LintSubject subject);

    /// <summary>A finding of this rule.</summary>
    protected LintFinding Found(Phrase phrase, LintSeverity severity, string field, string? found = null, string? other = null) =>
        new(Id, severity, phrase.Language, phrase.Id, field, found, other);
}
