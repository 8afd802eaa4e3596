using Pipeline.Messages;
using Pipeline.Scoring.Lexicons;
using Pipeline.Scoring.Signals.Grammar;

namespace Pipeline.Scoring.Signals;

/// <summary>
/// Decides whether a person is asked for. Where the grammar hears it, it is so: what was once understood stays understood. Else the recogniser decides, which weighs
/// the grammar and the word lists among all else; where these found that it is none ("please don't call me"), it must be nearly certain.
/// </summary>
internal static class Wish
{
    private const float SureBesideDenial = 0.95f;

    /// <summary>The signs of the word lists and of the grammar, with the wish for a person as it was decided.</summary>
    /// <param name="findings">What the word lists found.</param>
    /// <param name="signs">What the grammar found.</param>
    /// <param name="probability">How likely the recogniser finds a wish.</param>
    /// <param name="from">From which probability on it is one.</param>
    public static IReadOnlyList<string> Weigh(LexiconFindings findings, SignFindings signs, float probability, float from)
    {
        var all = new SortedSet<string>(signs.Found, StringComparer.Ordinal);
        all.UnionWith(findings.Signals.Where(signal => !signs.Replaced.Contains(signal)));
        if (signs.Found.Contains(SignalNames.WantsHuman)
            || probability >= (signs.WishDenied || IsDenied(findings) ? Math.Max(from, SureBesideDenial) : from))
        {
            all.Add(SignalNames.WantsHuman);
        }
        else
        {
            all.ExceptWith([SignalNames.WantsHuman, SignalNames.WantsManager]);
        }

        return [.. all];
    }

    private static bool IsDenied(LexiconFindings findings) => findings.Matches.Exists(match =>
        findings.Lexicon.Entries[match.Entry] is SignalException { Signal: SignalNames.WantsHuman });
}
