using Pipeline.Messages;
using Pipeline.Scoring.Lexicons;
using Pipeline.Scoring.Signals.Grammar;

namespace Pipeline.Scoring.Signals;

/// <summary>
/// Decides whether a person is asked for. Where the grammar hears it, it is so. Else the model knows better than the word lists, but where these
/// found a plain wish, or that it is none ("please don't call me"), it must be the surer to say otherwise.
/// </summary>
internal static class Wish
{
    private const float Sure = 0.5f;
    private const float SureBesideWish = 0.25f;
    private const float SureBesideDenial = 0.9f;

    // What the grammar denies it has understood, as "my manager told me": the model, which counts words, must be surer still.
    private const float SureBesideGrammar = 0.98f;

    /// <summary>The signs of the word lists and of the grammar, with the wish for a person as it was decided.</summary>
    /// <param name="findings">What the word lists found.</param>
    /// <param name="signs">What the grammar found.</param>
    /// <param name="probability">How likely the model finds the wish.</param>
    public static IReadOnlyList<string> Weigh(LexiconFindings findings, SignFindings signs, float probability)
    {
        var all = new SortedSet<string>(signs.Found, StringComparer.Ordinal);
        all.UnionWith(findings.Signals.Where(signal => !signs.Replaced.Contains(signal)));
        if (signs.Found.Contains(SignalNames.WantsHuman))
        {
            return [.. all];
        }

        var denied = IsDenied(findings);
        var named = findings.Signals.Contains(SignalNames.WantsHuman) && !signs.WishDenied;
        if (probability >= (named ? SureBesideWish : signs.WishDenied ? SureBesideGrammar : denied ? SureBesideDenial : Sure))
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
