using System.Buffers;
using Pipeline.Messages;
using Pipeline.Scoring.Features;
using Pipeline.Scoring.Models;
using Pipeline.Scoring.Words;

namespace Pipeline.Scoring;

/// <summary>
/// Finds the words that carried a decision: those that spoke most for the dominant emotion and against none, neighbours together. Their weight is
/// how far they moved the valence.
/// </summary>
internal static class EvidenceFinder
{
    private const int Most = 5;
    private const int LongestPhrase = 5;
    private const float LeastShare = 0.3f;

    /// <summary>The evidence, strongest first; none for a message without feeling.</summary>
    public static IReadOnlyList<TextEvidence> Find(CareModel model, FeatureList features, Reading reading, Emotion emotion)
    {
        var words = reading.Words.Count;
        if (emotion == Emotion.Neutral || words == 0)
        {
            return [];
        }

        var moved = ArrayPool<float>.Shared.Rent(2 * words);
        var felt = moved.AsSpan(0, words);
        var pleased = moved.AsSpan(words, words);
        model.Explain(
            features,
            (Heads.Emotion + (int)emotion, Heads.Emotion + (int)Emotion.Neutral),
            (Heads.Sentiment + (int)Sentiment.Positive, Heads.Sentiment + (int)Sentiment.Negative),
            felt,
            pleased);
        var found = Phrases(reading, felt, pleased);
        ArrayPool<float>.Shared.Return(moved);
        return found;
    }

    private static TextEvidence[] Phrases(Reading reading, ReadOnlySpan<float> felt, ReadOnlySpan<float> pleased)
    {
        var strongest = 0f;
        foreach (var value in felt)
        {
            strongest = MathF.Max(strongest, value);
        }

        var phrases = new List<(float Felt, TextEvidence Evidence)>();
        for (var first = 0; first < felt.Length && strongest > 0;)
        {
            var next = first;
            var (sum, valence) = (0f, 0f);
            while (next < felt.Length && next - first < LongestPhrase && felt[next] >= LeastShare * strongest
                && (next == first || !reading.Words[next - 1].Has(WordMarks.Last)))
            {
                sum += felt[next];
                valence += pleased[next];
                next++;
            }

            if (next > first)
            {
                var text = reading.Text[reading.Words[first].Start..reading.Words[next - 1].End];
                phrases.Add((sum, new(text, Math.Round(MathF.Tanh(valence / 2), 3))));
            }

            first = Math.Max(next, first + 1);
        }

        return [.. phrases.OrderByDescending(phrase => phrase.Felt).Take(Most).Select(phrase => phrase.Evidence)];
    }
}
