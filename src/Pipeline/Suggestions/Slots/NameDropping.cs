using System.Text.RegularExpressions;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Slots;

/// <summary>
/// Takes a first name that is not known out of a phrase where the rest still reads well. Three forms, and no fourth; a name anywhere else
/// stays, and then the phrase is not offered.
/// <list type="number">
/// <item>After a salutation or a word of praise or thanks, the customer's: "Bonjour {name}, …" becomes "Bonjour, …".</item>
/// <item>Set apart by a comma and followed by no word: "Bonne journée, {name} !" becomes "Bonne journée !".</item>
/// <item>In the first sentence of a greeting, the advisor's introduction: "Bonjour, je suis {name}, de {brand}. Je vous lis." becomes
/// "Bonjour. Je vous lis."</item>
/// </list>
/// </summary>
internal static partial class NameDropping
{
    /// <summary>The text without the names that are not known, as far as that is safe.</summary>
    public static string Apply(string text, PhraseCategory category, bool customerKnown, bool advisorKnown)
    {
        if (!advisorKnown)
        {
            text = category == PhraseCategory.Greeting ? Introduction().Replace(text, WithoutIntroduction) : text;
            text = AdvisorApart().Replace(text, "");
        }

        return customerKnown ? text : CustomerApart().Replace(CustomerAfterSalutation().Replace(text, ""), "");
    }

    private static string WithoutIntroduction(Match match) =>
        match.Groups["salutation"].Value + (match.Groups["emoji"].Success ? match.Groups["emoji"].Value : ".") + " ";

    [GeneratedRegex(
        @"^(?<salutation>(?:Bonjour|Bonsoir|Salut|Coucou|Hello|Hi|Hey)(?: \{customer_first_name\})?)(?<emoji> [^\p{L}\p{N}\s,.!?{]+)?" +
        @"[, ][^.!?{]*\{advisor_first_name\}[^.!?]*[.!?]\s+(?=\S)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Introduction();

    [GeneratedRegex(@", \{advisor_first_name\}(?!\s*[\p{L}\p{N}{])", RegexOptions.CultureInvariant)]
    private static partial Regex AdvisorApart();

    [GeneratedRegex(@", \{customer_first_name\}(?!\s*[\p{L}\p{N}{])", RegexOptions.CultureInvariant)]
    private static partial Regex CustomerApart();

    [GeneratedRegex(
        @"(?<=\b(?:Bonjour|Bonsoir|Salut|Coucou|Hello|Hi|Hey|Bravo|Merci|Thanks|bien joué|well done))" +
        @" \{customer_first_name\}(?!\s*[\p{L}\p{N}{])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CustomerAfterSalutation();
}
