using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Features;

/// <summary>How a text is written: its length, its marks, its capitals.</summary>
internal static class SurfaceFeatures
{
    private const uint Seed = 40;

    private static readonly int[] Lengths = [0, 1, 2, 3, 6, 12, 25, 50];

    public static void Read(Reading reading, FeatureList features)
    {
        var (stretched, emoji, capitals, sentences) = (0, 0, 0, 0);
        foreach (var word in reading.Words)
        {
            stretched += word.Has(WordMarks.Stretched) ? 1 : 0;
            emoji += word.Has(WordMarks.Emoji) ? 1 : 0;
            capitals += word.Has(WordMarks.Capitals) ? 1 : 0;
            sentences += word.Has(WordMarks.Last) ? 1 : 0;
        }

        var length = LengthClass(reading.Words.Count);
        Add(features, 0, (uint)length, 1);
        Add(features, 1, (uint)Math.Min(3, reading.Exclamations), 1);
        Add(features, 2, ((uint)Math.Min(3, reading.Exclamations) * 16) + (uint)length, 1);
        Add(features, 3, (reading.Asks ? 16u : 0u) + (uint)length, 1);
        Add(features, 4, reading.Asks ? 1u : 0u, 1);
        Add(features, 5, (uint)Math.Min(4, reading.LongestRun), 1);
        Add(features, 6, reading.IsShouted ? 1u : 0u, 1);
        Add(features, 7, reading.TrailsOff ? 1u : 0u, 1);
        Add(features, 8, (uint)Math.Min(3, stretched), 1);
        Add(features, 9, (uint)Math.Min(3, emoji), 1);
        Add(features, 11, (uint)Math.Min(4, capitals), 1);
        Add(features, 12, (uint)Math.Min(5, sentences), 1);
        Add(features, 13, 0, MathF.Log(1 + reading.Words.Count) / 4);
        var first = reading.Text.AsSpan().TrimStart();
        var last = reading.Text.AsSpan().TrimEnd();
        Add(features, 14, first.Length > 0 && char.IsUpper(first[0]) ? 1u : 0u, 1);
        Add(features, 15, last.Length > 0 && !char.IsLetterOrDigit(last[^1]) ? last[^1] : 0u, 1);
    }

    private static int LengthClass(int words)
    {
        var found = Array.BinarySearch(Lengths, words);
        return found < 0 ? ~found : found;
    }

    private static void Add(FeatureList features, uint kind, uint value, float weight) => features.Add(
        FeatureGroup.Surface, FeatureHash.Finish(FeatureHash.Add(FeatureHash.Add(FeatureHash.Begin(Seed), kind), value)), weight, -1);
}
