using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Linting.Rules;

/// <summary>A link that a brand of the phrase has no address for: that brand is never offered the phrase.</summary>
internal sealed class LinkRule() : LintRule(
    "link-missing",
    "Une marque de cette phrase n'a pas d'adresse pour ce lien : la phrase ne lui est jamais proposée. Configurez le lien "
    + "(Suggestions:Links), ou retirez la marque.",
    "A brand of this phrase has no address for this link: it is never offered the phrase. Configure the link (Suggestions:Links), or take "
    + "the brand away.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from phrase in subject.Phrases
        let brands = phrase.Brands.Count > 0 ? phrase.Brands : subject.Policy.Brands
        from link in Links(phrase)
        from brand in brands
        where subject.Policy.Brands.Count > 0 && !Has(subject.Policy, brand, link)
        select Found(phrase, LintSeverity.Warning, "text", $"{brand}: {{{PhraseSlots.LinkPrefix}{link}}}");

    private static bool Has(LintPolicy policy, string brand, string link) =>
        policy.Links.Any(entry => entry.Key.Equals(brand, StringComparison.OrdinalIgnoreCase) && entry.Value.Contains(link));

    private static SortedSet<string> Links(Phrase phrase)
    {
        var links = new SortedSet<string>(StringComparer.Ordinal);
        PhraseSlots.Replace(phrase.Text, slot =>
        {
            if (slot.StartsWith(PhraseSlots.LinkPrefix, StringComparison.Ordinal))
            {
                links.Add(slot[PhraseSlots.LinkPrefix.Length..]);
            }

            return null;
        });
        return links;
    }
}
