namespace Pipeline.Suggestions.Retrieval;

/// <summary>What a text says, as sets of the words of a library (numbers, ascending): enough to tell that two texts say the same.</summary>
/// <param name="Words">The words of the whole text.</param>
/// <param name="Sentences">The words of each sentence that is long enough to be recognised.</param>
internal sealed record Fingerprint(int[] Words, int[][] Sentences)
{
    /// <summary>A shorter sentence ("Je reste ici.") may be said again inside another reply.</summary>
    public const int WholeSentence = 4;

    /// <summary>Two replies that share so much of their words are one.</summary>
    private const double SameReply = 0.5;

    /// <summary>A sentence of which an advisor wrote so much was said.</summary>
    private const double SameSentence = 0.75;

    /// <summary>Whether two replies say nearly the same, so that offering both offers one.</summary>
    public bool IsNear(Fingerprint other)
    {
        var shared = Shared(Words, other.Words);
        return shared > 0 && shared >= SameReply * (Words.Length + other.Words.Length - shared);
    }

    /// <summary>Whether a turn said this already: nearly all of it, or one whole sentence of it.</summary>
    public bool WasSaidIn(Fingerprint turn) =>
        (Words.Length > 0 && Shared(Words, turn.Words) >= SameSentence * Words.Length)
        || Sentences.Any(sentence => Shared(sentence, turn.Words) >= SameSentence * sentence.Length);

    /// <summary>The greatest share of this text's words that one of the turns has, 0 to 1.</summary>
    public double ShareIn(IReadOnlyList<Fingerprint> turns) =>
        Words.Length == 0 || turns.Count == 0 ? 0 : (double)turns.Max(turn => Shared(Words, turn.Words)) / Words.Length;

    private static int Shared(int[] left, int[] right)
    {
        var shared = 0;
        for (int here = 0, there = 0; here < left.Length && there < right.Length;)
        {
            var order = left[here] - right[there];
            shared += order == 0 ? 1 : 0;
            here += order <= 0 ? 1 : 0;
            there += order >= 0 ? 1 : 0;
        }

        return shared;
    }
}
