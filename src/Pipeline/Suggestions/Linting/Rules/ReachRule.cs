using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Linting.Rules;

/// <summary>A phrase that no conversation can reach, or only in part: its situations, brands or channels do not exist, or its time is over.</summary>
internal sealed class ReachRule() : LintRule(
    "unreachable",
    "Aucune conversation ne mène ici : la situation, la marque ou le canal n'existe pas, ou la date est passée. Corrigez le nom, prolongez "
    + "la validité, ou retirez la phrase.",
    "No conversation leads here: the situation, the brand or the channel does not exist, or the date is past. Correct the name, extend the "
    + "validity, or retire the phrase.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Phrases.SelectMany(phrase =>
        Unknown(phrase, "intents", phrase.Intents, subject.Policy.Intents)
            .Concat(Unknown(phrase, "brands", phrase.Brands, subject.Policy.Brands))
            .Concat(Unknown(phrase, "channels", phrase.Channels, subject.Policy.Channels))
            .Concat(phrase.Written.ValidUntil < subject.Day ? [Found(phrase, LintSeverity.Warning, "validUntil")] : []));

    /// <summary>An error when nothing else leads to the phrase, a warning when something does.</summary>
    private IEnumerable<LintFinding> Unknown(Phrase phrase, string field, IReadOnlyList<string> named, IReadOnlyCollection<string> known)
    {
        var unknown = known.Count == 0 ? [] : named.Except(known, StringComparer.OrdinalIgnoreCase).ToList();
        var severity = unknown.Count == named.Count ? LintSeverity.Error : LintSeverity.Warning;
        return unknown.Select(name => Found(phrase, severity, field, name));
    }
}
