using Pipeline.Scoring.Features;

namespace Pipeline.Scoring.Models;

/// <summary>
/// What a feature of each group weighs in a text: groups that grow with the text are divided by the root of their size, so that a long text is
/// no louder than a short one. The same in training and in use.
/// </summary>
internal static class FeatureScales
{
    /// <summary>The id of the feature that every text has.</summary>
    public const uint Always = 0x9E3779B9;

    private const float Words = 1.5f;
    private const float Pairs = 1;
    private const float Letters = 1.5f;
    private const float Lexicon = 1;
    private const float Surface = 0.3f;

    /// <summary>Writes the factor of each group.</summary>
    /// <param name="features">The features of a text.</param>
    /// <param name="factors">Receives one factor a group (<see cref="FeatureList.Groups"/>).</param>
    public static void Read(FeatureList features, Span<float> factors)
    {
        factors[(int)FeatureGroup.Words] = Words / Root(features.CountOf(FeatureGroup.Words));
        factors[(int)FeatureGroup.Pairs] = Pairs / Root(features.CountOf(FeatureGroup.Pairs));
        factors[(int)FeatureGroup.Letters] = Letters / Root(features.CountOf(FeatureGroup.Letters));
        factors[(int)FeatureGroup.Lexicon] = Lexicon;
        factors[(int)FeatureGroup.Surface] = Surface;
    }

    private static float Root(int count) => MathF.Sqrt(Math.Max(1, count));
}
