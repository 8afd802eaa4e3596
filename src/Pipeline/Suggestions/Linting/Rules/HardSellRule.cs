namespace Pipeline.Suggestions.Linting.Rules;

/// <summary>Words that press to buy: advisors advise.</summary>
internal sealed class HardSellRule() : LintRule(
    "hard-sell",
    "La phrase pousse à acheter. Le conseil aide à choisir, sans urgence ni superlatif.",
    "The phrase presses to buy. Advice helps to choose, without urgency and superlatives.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from phrase in subject.Phrases
        from words in subject.Expressions(phrase, "hard_sell")
        select Found(phrase, LintSeverity.Error, "text", words.Trim());
}
