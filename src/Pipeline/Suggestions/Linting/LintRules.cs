using Pipeline.Suggestions.Linting.Rules;

namespace Pipeline.Suggestions.Linting;

/// <summary>Every rule, and what they find together.</summary>
public static class LintRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new CondescensionRule(),
        new HardSellRule(),
        new PhoneRule(),
        new PlaceholderRule(),
        new ContradictionRule(),
        new NearDuplicateRule(),
        new LinkRule(),
        new ReachRule(),
        new LengthRule(),
        new TranslationRule(),
        new UnusedRule(),
    ];

    /// <summary>Everything they find, the gravest first, then by language and phrase.</summary>
    public static IReadOnlyList<LintFinding> Check(LintSubject subject) =>
    [
        .. All.SelectMany(rule => rule.Check(subject))
            .OrderByDescending(finding => finding.Severity)
            .ThenBy(finding => finding.Language, StringComparer.Ordinal)
            .ThenBy(finding => finding.Id, StringComparer.Ordinal),
    ];
}
