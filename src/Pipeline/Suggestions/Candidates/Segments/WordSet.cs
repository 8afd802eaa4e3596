namespace Pipeline.Suggestions.Candidates.Segments;

/// <summary>Compares texts by the sets of their words (<see cref="WordHash"/>): enough to tell that two say the same.</summary>
internal static class WordSet
{
    /// <summary>A shorter sentence ("Je reste ici.") may be said again inside another reply.</summary>
    public const int WholeSentence = 4;

    /// <summary>Two replies that share so much of their words are one.</summary>
    private const double SameReply = 0.5;

    /// <summary>A sentence of which an advisor wrote so much was said.</summary>
    private const double SameSentence = 0.75;

    /// <summary>Whether two replies say nearly the same, so that offering both offers one.</summary>
    public static bool IsNear(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        var shared = Shared(left, right);
        return shared > 0 && shared >= SameReply * (left.Length + right.Length - shared);
    }

    /// <summary>Whether a turn has nearly all words of a reply or of a sentence.</summary>
    public static bool WasSaidIn(ReadOnlySpan<uint> words, ReadOnlySpan<uint> turn) =>
        words.Length > 0 && Shared(words, turn) >= SameSentence * words.Length;

    /// <summary>The greatest share of the words that one of the turns has, 0 to 1.</summary>
    public static double ShareIn(ReadOnlySpan<uint> words, IReadOnlyList<uint[]> turns)
    {
        var most = 0;
        foreach (var turn in turns)
        {
            most = Math.Max(most, Shared(words, turn));
        }

        return words.Length == 0 ? 0 : (double)most / words.Length;
    }

    private static int Shared(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        var shared = 0;
        for (int here = 0, there = 0; here < left.Length && there < right.Length;)
        {
            var (first, second) = (left[here], right[there]);
            shared += first == second ? 1 : 0;
            here += first <= second ? 1 : 0;
            there += first >= second ? 1 : 0;
        }

        return shared;
    }
}
