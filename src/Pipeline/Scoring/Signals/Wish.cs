using Pipeline.Messages;
using Pipeline.Scoring.Lexicons;

namespace Pipeline.Scoring.Signals;

/// <summary>
/// Decides whether a person is asked for. The model knows better than the word lists, but where these found a plain wish, or that it is none
/// ("please don't call me"), it must be the surer to say otherwise.
/// </summary>
internal static class Wish
{
    private const float Sure = 0.5f;
    private const float SureBesideWish = 0.25f;
    private const float SureBesideDenial = 0.9f;

    /// <summary>The signs of the word lists, with the wish for a person as it was decided.</summary>
    /// <param name="findings">What the word lists found.</param>
    /// <param name="probability">How likely the model finds the wish.</param>
    public static IReadOnlyList<string> Weigh(LexiconFindings findings, float probability)
    {
        var found = findings.Signals;
        var named = found.Contains(SignalNames.WantsHuman);
        var wished = probability >= (named ? SureBesideWish : IsDenied(findings) ? SureBesideDenial : Sure);
        if (wished == named)
        {
            return found;
        }

        return wished
            ? [.. found.Append(SignalNames.WantsHuman).Order(StringComparer.Ordinal)]
            : [.. found.Where(signal => signal is not (SignalNames.WantsHuman or SignalNames.WantsManager))];
    }

    private static bool IsDenied(LexiconFindings findings) => findings.Matches.Exists(match =>
        findings.Lexicon.Entries[match.Entry] is SignalException { Signal: SignalNames.WantsHuman });
}
