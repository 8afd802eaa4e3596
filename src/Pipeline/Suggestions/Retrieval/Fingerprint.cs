using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>What a text says, as sets of word stems: enough to tell that two texts say the same.</summary>
internal sealed partial class Fingerprint
{
    /// <summary>Two replies that share so much of their words are one.</summary>
    private const double SameReply = 0.5;

    /// <summary>A sentence of which an advisor wrote so much was said.</summary>
    private const double SameSentence = 0.75;

    /// <summary>A shorter sentence ("Je reste ici.") may be said again inside another reply.</summary>
    private const int WholeSentence = 4;

    private readonly FrozenSet<string>[] _sentences;

    private Fingerprint(FrozenSet<string> stems, FrozenSet<string>[] sentences)
    {
        Stems = stems;
        _sentences = sentences;
    }

    /// <summary>The stems of the whole text.</summary>
    public FrozenSet<string> Stems { get; }

    public static Fingerprint Of(string text, string language)
    {
        var plain = PhraseSlots.Remove(text);
        return new(
            StemsOf(plain, language),
            [.. SentenceEnd().Split(plain).Select(part => StemsOf(part, language)).Where(stems => stems.Count >= WholeSentence)]);
    }

    /// <summary>Whether two replies say nearly the same, so that offering both offers one.</summary>
    public bool IsNear(Fingerprint other)
    {
        var shared = Shared(Stems, other.Stems);
        return shared > 0 && shared >= SameReply * (Stems.Count + other.Stems.Count - shared);
    }

    /// <summary>Whether a turn said this already: nearly all of it, or one whole sentence of it.</summary>
    public bool WasSaidIn(Fingerprint turn) =>
        (Stems.Count > 0 && Shared(Stems, turn.Stems) >= SameSentence * Stems.Count)
        || _sentences.Any(sentence => Shared(sentence, turn.Stems) >= SameSentence * sentence.Count);

    /// <summary>The greatest share of this text's words that one of the turns has, 0 to 1.</summary>
    public double ShareIn(IReadOnlyList<Fingerprint> turns) =>
        Stems.Count == 0 || turns.Count == 0 ? 0 : (double)turns.Max(turn => Shared(Stems, turn.Stems)) / Stems.Count;

    private static int Shared(FrozenSet<string> left, FrozenSet<string> right)
    {
        var shared = 0;
        foreach (var stem in left)
        {
            shared += right.Contains(stem) ? 1 : 0;
        }

        return shared;
    }

    private static FrozenSet<string> StemsOf(string text, string language) =>
        TextTokens.Of(text, language).Select(token => token.Stem).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[.!?…:;]+\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
