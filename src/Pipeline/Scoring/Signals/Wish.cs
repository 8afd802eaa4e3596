using Pipeline.Messages;
using Pipeline.Scoring.Lexicons;
using Pipeline.Scoring.Signals.Grammar;

namespace Pipeline.Scoring.Signals;

/// <summary>
/// Decides whether a person is asked for. The recogniser weighs the grammar and the word lists among all else. Where the grammar hears a wish it is one, unless
/// the recogniser is nearly certain that it is none (a long story that mentions an advisor); where the grammar or the lists found that it is none ("please don't call me",
/// "is anybody there?"), the recogniser must be nearly certain that it is. Figures: docs/routing.md.
/// </summary>
internal static class Wish
{
    // Chosen on hands left out and on the held-out messages: below, the grammar's own false alarms; above, denials that only looked so.
    private const float DoubtBesideGrammar = 0.2f;
    private const float SureBesideDenial = 0.98f;

    /// <summary>The signs of the word lists and of the grammar, with the wish for a person as it was decided.</summary>
    /// <param name="findings">What the word lists found.</param>
    /// <param name="signs">What the grammar found.</param>
    /// <param name="probability">How likely the recogniser finds a wish.</param>
    /// <param name="from">From which probability on it is one.</param>
    public static IReadOnlyList<string> Weigh(LexiconFindings findings, SignFindings signs, float probability, float from)
    {
        var all = new SortedSet<string>(signs.Found, StringComparer.Ordinal);
        all.UnionWith(findings.Signals.Where(signal => !signs.Replaced.Contains(signal)));
        if (IsOne(signs.Found.Contains(SignalNames.WantsHuman), IsDenied(findings, signs), probability, from))
        {
            all.Add(SignalNames.WantsHuman);
        }
        else
        {
            all.ExceptWith([SignalNames.WantsHuman, SignalNames.WantsManager]);
        }

        return [.. all];
    }

    /// <summary>Whether the grammar or the word lists found that no person is asked for.</summary>
    public static bool IsDenied(LexiconFindings findings, SignFindings signs) => signs.WishDenied
        || signs.Found.Contains(SignalNames.AsksForPresence)
        || findings.Matches.Exists(match => findings.Lexicon.Entries[match.Entry] is SignalException { Signal: SignalNames.WantsHuman });

    /// <summary>Whether it is a wish.</summary>
    /// <param name="heard">The grammar hears one.</param>
    /// <param name="denied">The grammar or the word lists found that it is none.</param>
    /// <param name="probability">How likely the recogniser finds one.</param>
    /// <param name="from">From which probability on it is one where neither spoke.</param>
    public static bool IsOne(bool heard, bool denied, float probability, float from) =>
        probability >= (heard ? Math.Min(from, DoubtBesideGrammar) : denied ? Math.Max(from, SureBesideDenial) : from);
}
