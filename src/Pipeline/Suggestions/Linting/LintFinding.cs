namespace Pipeline.Suggestions.Linting;

/// <summary>Something that a rule found in a phrase.</summary>
/// <param name="Rule">The rule: see <see cref="LintRules"/> for what it means.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Language">The phrase's language.</param>
/// <param name="Id">The phrase.</param>
/// <param name="Field">The field it is about.</param>
/// <param name="Found">What was found there, such as the words; null when the rule's explanation says it all.</param>
/// <param name="Other">The id of the other phrase that it is about; null when there is none.</param>
public sealed record LintFinding(
    string Rule, LintSeverity Severity, string Language, string Id, string Field, string? Found = null, string? Other = null);
