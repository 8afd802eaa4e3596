using Pipeline.Messages;
using Pipeline.Scoring.Signals.Grammar;

namespace Pipeline.Scoring.Signals;

/// <summary>
/// Decides whether a person is asked for. Where the grammar hears it, it is so: what was once understood stays understood. Else the recogniser decides, which weighs
/// the grammar and the word lists among all else.
/// </summary>
internal static class Wish
{
    /// <summary>The signs of the word lists and of the grammar, with the wish for a person as it was decided.</summary>
    /// <param name="findings">What the word lists found.</param>
    /// <param name="signs">What the grammar found.</param>
    /// <param name="recognised">Whether the recogniser finds a wish.</param>
    public static IReadOnlyList<string> Weigh(LexiconFindings findings, SignFindings signs, bool recognised)
    {
        var all = new SortedSet<string>(signs.Found, StringComparer.Ordinal);
        all.UnionWith(findings.Signals.Where(signal => !signs.Replaced.Contains(signal)));
        if (recognised || signs.Found.Contains(SignalNames.WantsHuman))
        {
            all.Add(SignalNames.WantsHuman);
        }
        else
        {
            all.ExceptWith([SignalNames.WantsHuman, SignalNames.WantsManager]);
        }

        return [.. all];
    }
}
