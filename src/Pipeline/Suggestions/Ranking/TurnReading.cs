namespace Pipeline.Suggestions.Ranking;

/// <summary>A turn or a reply, read once. Immutable; keep it as long as the text is of use.</summary>
internal sealed class TurnReading
{
    /// <summary>Reads a text.</summary>
    public TurnReading(string text)
        : this(RankingWords.Of(text))
    {
    }

    private TurnReading(RankingWord[] words)
    {
        Words = words;
        Template = TemplateOf(words);
        Exact = ExactOf(words);
        var lastSentence = Array.FindIndex(words, word => word.Sentence == words[^1].Sentence);
        LastSentence = words.Length == 0 ? Template : TemplateOf(words.AsSpan(lastSentence));
        Head = HeadOf(words.AsSpan(Math.Max(0, lastSentence)));
    }

    /// <summary>Its words, in order.</summary>
    public RankingWord[] Words { get; }

    /// <summary>What stays the same from one saying to the next: the words without numbers and names.</summary>
    public uint Template { get; }

    /// <summary>All its words.</summary>
    public uint Exact { get; }

    /// <summary>The template of its last sentence, which is the one that is answered.</summary>
    public uint LastSentence { get; }

    /// <summary>The first two words of its last sentence: "what time", "shall I".</summary>
    public uint Head { get; }

    /// <summary>Whether it asks.</summary>
    public bool Asks => Words.Length > 0 && Words[^1].Kind == RankingWordKind.Question;

    /// <summary>One after the other, as if written at once.</summary>
    public static TurnReading Join(TurnReading first, TurnReading second)
    {
        if (first.Words.Length == 0 || second.Words.Length == 0)
        {
            return first.Words.Length == 0 ? second : first;
        }

        var next = (ushort)(first.Words[^1].Sentence + 1);
        return new([.. first.Words, .. second.Words.Select(word => word with { Sentence = (ushort)(word.Sentence + next) })]);
    }

    private static uint TemplateOf(ReadOnlySpan<RankingWord> words)
    {
        var hash = RankingHash.Begin(1);
        var last = 0u;
        foreach (var word in words)
        {
            // "West Bay Venue" and "Southside Venue" are one name each; where a mark stands does not matter.
            if (word.Kind != RankingWordKind.Question && !(word.Template == RankingWord.AnyName && last == RankingWord.AnyName))
            {
                hash = RankingHash.Add(hash, word.Template);
                last = word.Template;
            }
        }

        return RankingHash.Finish(hash);
    }

    private static uint ExactOf(ReadOnlySpan<RankingWord> words)
    {
        var hash = RankingHash.Begin(2);
        foreach (var word in words)
        {
            hash = RankingHash.Add(hash, word.Hash);
        }

        return RankingHash.Finish(hash);
    }

    private static uint HeadOf(ReadOnlySpan<RankingWord> words)
    {
        var hash = RankingHash.Begin(3);
        foreach (var word in words[..Math.Min(2, words.Length)])
        {
            hash = RankingHash.Add(hash, word.Template);
        }

        return RankingHash.Finish(hash);
    }
}
