using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Linting.Rules;

/// <summary>A counterpart that is not there, or a situation that only one language has a phrase of the category for.</summary>
internal sealed class TranslationRule() : LintRule(
    "translation-missing",
    "L'autre langue n'a rien de tel : le pendant nommé n'existe pas, ou elle n'a aucune phrase de cette catégorie pour cette situation.",
    "The other language has nothing like it: the counterpart that is named does not exist, or it has no phrase of this category for this "
    + "situation.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var ids = subject.Phrases.Select(phrase => (phrase.Language, phrase.Id)).ToHashSet();
        var covered = subject.Phrases.SelectMany(phrase => Situations(phrase).Select(intent => (phrase.Language, phrase.Category, intent))).ToHashSet();
        foreach (var phrase in subject.Phrases)
        {
            var others = PhraseWords.Languages.Where(language => language != phrase.Language).ToList();
            if (phrase.Written.Counterpart is { } counterpart)
            {
                if (!others.Any(language => ids.Contains((language, counterpart))))
                {
                    yield return Found(phrase, LintSeverity.Error, "counterpart", counterpart);
                }

                continue;
            }

            foreach (var intent in Situations(phrase).Where(intent => !others.Any(other => covered.Contains((other, phrase.Category, intent)))))
            {
                yield return Found(phrase, LintSeverity.Warning, "counterpart", intent.Length > 0 ? intent : null);
            }
        }
    }

    private static IEnumerable<string> Situations(Phrase phrase) => phrase.Intents.Count > 0 ? phrase.Intents : [""];
}
