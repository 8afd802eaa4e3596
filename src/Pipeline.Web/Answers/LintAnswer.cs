using Pipeline.Suggestions.Linting;

namespace Pipeline.Web.Answers;

/// <summary>What the rules found in the phrases.</summary>
/// <param name="Findings">What they found, the gravest first.</param>
/// <param name="Rules">What each rule means.</param>
public sealed record LintAnswer(IReadOnlyList<LintFinding> Findings, IReadOnlyList<LintRuleAnswer> Rules);

/// <summary>A rule.</summary>
/// <param name="Id">Names it in findings.</param>
/// <param name="French">What it means and what to do, in French.</param>
/// <param name="English">The same in English.</param>
public sealed record LintRuleAnswer(string Id, string French, string English);
