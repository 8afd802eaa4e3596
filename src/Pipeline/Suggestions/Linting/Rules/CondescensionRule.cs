namespace Pipeline.Suggestions.Linting.Rules;

/// <summary>Words that talk down to a customer (mission: less condescension or arrogance).</summary>
internal sealed class CondescensionRule() : LintRule(
    "condescending",
    "La phrase parle de haut au client ou lui fait la leçon. Dites ce qui aide, sans juger ce qui a été fait.",
    "The phrase talks down to the customer or lectures. Say what helps, and do not judge what was done.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from phrase in subject.Phrases
        from words in subject.Expressions(phrase, "condescending")
        select Found(phrase, LintSeverity.Error, "text", words.Trim());
}
