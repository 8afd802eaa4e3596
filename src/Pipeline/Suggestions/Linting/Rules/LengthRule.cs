using System.Globalization;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Linting.Rules;

/// <summary>A phrase that is longer than one of its channels bears.</summary>
internal sealed class LengthRule() : LintRule(
    "too-long",
    "La phrase est trop longue pour un de ses canaux. Raccourcissez-la, ou réservez-la aux canaux qui la supportent.",
    "The phrase is too long for one of its channels. Shorten it, or keep it for the channels that bear it.")
{
    // About what a first name, a brand or a short address takes.
    private const string Filled = "a value of usual length";

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from phrase in subject.Phrases
        let length = PhraseSlots.Replace(phrase.Text, _ => Filled).Length
        from channel in phrase.Channels.Count > 0 ? phrase.Channels : subject.Policy.Channels
        let most = subject.Policy.MaxLengths.GetValueOrDefault(channel, subject.Policy.MaxLengths.Values.DefaultIfEmpty(Phrase.MaxText).Min())
        where length > most
        select Found(phrase, LintSeverity.Error, "text", string.Create(CultureInfo.InvariantCulture, $"{channel}: {length} > {most}"));
}
