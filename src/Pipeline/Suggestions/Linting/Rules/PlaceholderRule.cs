namespace Pipeline.Suggestions.Linting.Rules;

/// <summary>What somebody meant to fill in and nothing will: "[name]", "XX euros", "___".</summary>
internal sealed class PlaceholderRule() : LintRule(
    "placeholder",
    "Un blanc à remplir est resté dans la phrase. Mettez un champ comme {customer_first_name}, ou écrivez la phrase sans lui.",
    "A blank to fill was left in the phrase. Put a slot such as {customer_first_name}, or write the phrase without it.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from phrase in subject.Phrases
        let blank = Between(phrase.Text, '[', ']') ?? Between(phrase.Text, '<', '>') ?? Run(phrase.Text)
            ?? subject.Expressions(phrase, "blank").FirstOrDefault()?.Trim()
        where blank is not null
        select Found(phrase, LintSeverity.Error, "text", blank);

    private static string? Between(string text, char open, char close)
    {
        var start = text.IndexOf(open, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(close, start);
        return end > start + 1 ? text[start..(end + 1)] : null;
    }

    /// <summary>Two or more x, underscores or dots that stand for something: "XX", "__", "....".</summary>
    private static string? Run(string text)
    {
        foreach (var word in text.Split([' ', '\u00A0', '\u202F', '\n', ',', ';', '!', '?', '€', '£', '%']))
        {
            if ((word.Length >= 2 && word.All(character => character is 'X' or 'x'))
                || word.Contains("__", StringComparison.Ordinal) || word.Contains("....", StringComparison.Ordinal))
            {
                return word;
            }
        }

        return null;
    }
}
