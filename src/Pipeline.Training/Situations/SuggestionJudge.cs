using Pipeline.Scoring;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Slots;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Situations;

/// <summary>Suggests in labelled situations from the program's own library, the way the stages do, and judges it.</summary>
public static class SuggestionJudge
{
    /// <summary>Judges what is suggested in each situation.</summary>
    /// <exception cref="CorpusFileException">There is no library in the language of a situation.</exception>
    public static JudgedSituation[] Judge(IReadOnlyList<LabelledSituation> situations)
    {
        var walk = new SituationWalk(new CareAnalyzer());
        var phrases = PhraseSeed.Phrases().ToDictionary(phrase => phrase.Id, StringComparer.Ordinal);
        var indexes = phrases.Values.GroupBy(phrase => phrase.Language)
            .ToDictionary(group => group.Key, group => new CandidateIndex(group.Key, group), StringComparer.Ordinal);
        var options = WithLinks(phrases.Values);
        return [.. situations.Select(situation => new JudgedSituation(situation, Suggest(situation), phrases))];

        IReadOnlyList<Messages.Suggestion> Suggest(LabelledSituation situation) =>
            indexes.TryGetValue(situation.Language, out var index)
                ? ReplySuggester.Suggest(walk.Take(situation), index, options)
                : throw new CorpusFileException($"{situation.Id}: there is no library in '{situation.Language}'.");
    }

    /// <summary>As a desk is set up: every page that a phrase points to has an address.</summary>
    private static SuggestionOptions WithLinks(IReadOnlyCollection<Phrase> phrases)
    {
        var options = new SuggestionOptions();
        var pages = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var phrase in phrases)
        {
            PhraseSlots.Replace(phrase.Text, slot =>
            {
                if (slot.StartsWith(PhraseSlots.LinkPrefix, StringComparison.Ordinal))
                {
                    pages.Add(slot[PhraseSlots.LinkPrefix.Length..]);
                }

                return null;
            });
        }

        foreach (var brand in phrases.SelectMany(phrase => phrase.Brands).Distinct())
        {
            options.Links[brand] = pages.ToDictionary(page => page, page => $"https://{brand}.example/{page}");
        }

        return options;
    }
}
