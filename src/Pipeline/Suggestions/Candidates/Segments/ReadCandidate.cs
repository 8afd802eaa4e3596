using Pipeline.Suggestions.Retrieval;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Candidates.Segments;

/// <summary>A candidate with its words, read once. Sets of words are ascending (<see cref="WordHash"/>).</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Text">The words of its text.</param>
/// <param name="Keywords">Its keywords.</param>
/// <param name="FoundBy">The words of the texts that it is found by.</param>
/// <param name="Sentences">The words of each sentence that is long enough to be recognised; none when its text is one sentence.</param>
/// <param name="TextKey">Equal for texts that have the same words in the same order.</param>
internal readonly record struct ReadCandidate(
    ReplyCandidate Candidate, uint[] Text, uint[] Keywords, uint[] FoundBy, uint[][] Sentences, ulong TextKey)
{
    public static ReadCandidate Of(ReplyCandidate candidate)
    {
        var plain = PhraseSlots.Remove(candidate.Text);
        var text = Words(plain);
        uint[][] sentences =
        [
            .. TextTokens.Sentences(plain).Select(sentence => Words(sentence))
                .Where(words => words.Length >= WordSet.WholeSentence && !words.AsSpan().SequenceEqual(text)),
        ];
        return new(candidate, text, Words(candidate.Keywords), Words(candidate.FoundBy), sentences, Messages.StableHash.Of(TextTokens.FoldedWords(plain)));

        uint[] Words(params IReadOnlyList<string> texts) =>
            texts.Count == 0 ? [] : WordHash.SetOf(TextTokens.Of(texts.Count == 1 ? texts[0] : string.Join(' ', texts), candidate.Language));
    }
}
