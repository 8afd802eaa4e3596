using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Feedback;
using Pipeline.Suggestions.Fitting;

namespace Pipeline.Suggestions.Provenance;

/// <summary>Finds for each sentence of an advisor's message the suggested sentence that it is, if it is one.</summary>
internal static class SentenceTracing
{
    /// <summary>Beyond this distance a sentence is the advisor's own: more than half of it was written anew.</summary>
    public const double MostChanged = 0.5;

    /// <summary>A shorter sentence ("Je vous écoute.") is everybody's: it came from a suggestion only where its neighbours did.</summary>
    public const int FewestWords = ToldSentences.FewestWords;

    /// <summary>The sentences of a text with their sources.</summary>
    /// <param name="text">What the advisor sent, masked.</param>
    /// <param name="offered">What was suggested for it, best first.</param>
    public static IReadOnlyList<SentenceProvenance> Trace(string text, IReadOnlyList<OfferedReply> offered)
    {
        Candidate[] candidates = [.. offered.SelectMany(Candidate.Of)];
        var sentences = SentenceSplit.Of(text).Select(sentence => Best(sentence, candidates)).ToArray();
        var used = sentences.Where(sentence => !IsShort(sentence.Text)).Select(sentence => sentence.SuggestionId).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. sentences.Select(sentence => sentence.SuggestionId is null
                || (IsShort(sentence.Text) && (sentence.Distance >= AnswerMatching.VerbatimBelow || !IsWithItsOwn(sentence, used, sentences)))
                    ? Own(sentence.Text)
                    : sentence),
        ];
    }

    // A message of one short sentence alone, word for word a suggestion, is that suggestion.
    private static bool IsWithItsOwn(SentenceProvenance sentence, HashSet<string?> used, SentenceProvenance[] all) =>
        used.Contains(sentence.SuggestionId) || all.Length == 1;

    private static SentenceProvenance Best(string sentence, Candidate[] candidates)
    {
        var words = Words(sentence);
        Candidate? best = null;
        var least = MostChanged;
        foreach (var candidate in candidates)
        {
            if (candidate.Words.Count(words.Contains) >= AnswerMatching.WordsOfIt * candidate.Words.Count
                && candidate.Words.Count > 0
                && EditDistance.Of(candidate.Text, sentence) is var distance
                && (distance < least || (best is null && distance <= least)))
            {
                (best, least) = (candidate, distance);
            }
        }

        return best is null
            ? Own(sentence)
            : new SentenceProvenance
            {
                Text = sentence,
                Origin = OriginOf(best.Suggestion.Source),
                Source = best.Suggestion.Source,
                Basis = best.Basis,
                SuggestionId = best.Suggestion.Id,
                Distance = Math.Round(least, 4),
            };
    }

    private static SentenceProvenance Own(string text) => new() { Text = text, Origin = SentenceOrigin.Advisor, Distance = 1 };

    private static SentenceOrigin OriginOf(string source) => source.Split(':', 2)[0] switch
    {
        Suggestion.DraftSource => SentenceOrigin.Draft,
        Knowledge.Article.SourceKind => SentenceOrigin.Article,
        Replies.ReplyIdentity.SourceKind => SentenceOrigin.Reply,
        _ => SentenceOrigin.Phrase,
    };

    private static bool IsShort(string sentence) => Words(sentence).Count < FewestWords;

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = -1;
        for (var position = 0; position <= text.Length; position++)
        {
            if (position < text.Length && char.IsLetterOrDigit(text[position]))
            {
                start = start < 0 ? position : start;
            }
            else if (start >= 0)
            {
                words.Add(text[start..position]);
                start = -1;
            }
        }

        return words;
    }

    private sealed record Candidate(Suggestion Suggestion, string Text, HashSet<string> Words, string? Basis)
    {
        public static IEnumerable<Candidate> Of(OfferedReply offered) => offered.Suggestion.Sentences is { } drafted
            ? drafted.Select(sentence => new Candidate(
                offered.Suggestion,
                sentence.Text,
                SentenceTracing.Words(sentence.Text),
                sentence.Source == SuggestionSentence.NotSourced ? null : sentence.Source))
            : SentenceSplit.Of(offered.Suggestion.Text).Select(sentence =>
                new Candidate(offered.Suggestion, sentence, SentenceTracing.Words(sentence), null));
    }
}
