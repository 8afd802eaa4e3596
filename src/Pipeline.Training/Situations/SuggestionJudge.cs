using Pipeline.Scoring;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Slots;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Situations;

/// <summary>Suggests in labelled situations from the program's own library, the way the stages do, and judges it.</summary>
public static class SuggestionJudge
{
    /// <summary>Judges what is suggested in each situation.</summary>
    /// <param name="situations">The situations.</param>
    /// <param name="phrasesOnly">Whether to leave the articles out.</param>
    /// <exception cref="CorpusFileException">There is no library in the language of a situation.</exception>
    public static JudgedSituation[] Judge(IReadOnlyList<LabelledSituation> situations, bool phrasesOnly = false)
    {
        var walk = new SituationWalk(new CareAnalyzer());
        var phrases = PhraseSeed.Phrases().ToDictionary(phrase => phrase.Id, StringComparer.Ordinal);
        IReadOnlyList<Article> articles = phrasesOnly ? [] : ArticleSeed.Articles();
        var indexes = phrases.Values.GroupBy(phrase => phrase.Language).ToDictionary(
            group => group.Key,
            group => new CandidateIndex(group.Key, Collections(group.Key, group, articles)),
            StringComparer.Ordinal);
        var options = WithLinks(
            [.. phrases.Values.SelectMany(phrase => phrase.Brands).Distinct()],
            phrases.Values.Select(phrase => phrase.Text).Concat(articles.Select(article => article.Reply)));
        return [.. situations.Select(situation => new JudgedSituation(situation, Suggest(situation), phrases))];

        IReadOnlyList<Messages.Suggestion> Suggest(LabelledSituation situation) =>
            indexes.TryGetValue(situation.Language, out var index)
                ? ReplySuggester.Suggest(walk.Take(situation), index, options)
                : throw new CorpusFileException($"{situation.Id}: there is no library in '{situation.Language}'.");
    }

    private static IEnumerable<CandidateCollection> Collections(string language, IEnumerable<Phrase> phrases, IReadOnlyList<Article> articles) =>
    [
        CandidateCollection.Of(language, phrases.Select(ReplyCandidate.Of)),
        CandidateCollection.Of(language, articles.Where(article => article.Language == language).Select(ReplyCandidate.Of)),
    ];

    /// <summary>As a desk is set up: every page that a text points to has an address.</summary>
    private static SuggestionOptions WithLinks(IReadOnlyCollection<string> brands, IEnumerable<string> texts)
    {
        var options = new SuggestionOptions();
        var pages = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            PhraseSlots.Replace(text, slot =>
            {
                if (slot.StartsWith(PhraseSlots.LinkPrefix, StringComparison.Ordinal))
                {
                    pages.Add(slot[PhraseSlots.LinkPrefix.Length..]);
                }

                return null;
            });
        }

        foreach (var brand in brands)
        {
            options.Links[brand] = pages.ToDictionary(page => page, page => $"https://{brand}.example/{page}");
        }

        return options;
    }
}
