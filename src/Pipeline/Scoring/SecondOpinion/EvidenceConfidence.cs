using Pipeline.Messages;

namespace Pipeline.Scoring.SecondOpinion;

/// <summary>
/// The confidence of an analyser that has no probabilities of its own, read from what it shows: how much of its evidence points the same
/// way, and how far. Where it saw nothing, a short text is neutral, and a long one probably said something it did not understand. The
/// constants were set by hand and order messages from unsure to sure; they are no probabilities (docs/azure-api.md has the measure).
/// </summary>
public sealed class EvidenceConfidence : ISentimentConfidence
{
    /// <summary>Of a text that says both: which of them counts is what is hard to tell.</summary>
    private const double OfMixed = 0.4;

    /// <summary>Of words of feeling that cancel each other out, or are too weak for a side.</summary>
    private const double OfBalanced = 0.45;

    /// <summary>A valence from which on the side is beyond doubt.</summary>
    private const double ClearValence = 0.6;

    /// <summary>A text of so many words or more would have shown some feeling if the words of it were known.</summary>
    private const double LongText = 24;

    /// <inheritdoc/>
    public double Of(TextAnalysis analysis, string text) => analysis.Sentiment switch
    {
        Sentiment.Mixed => OfMixed,
        Sentiment.Neutral when analysis.Evidence.Count > 0 => OfBalanced,
        Sentiment.Neutral => 0.95 - (0.6 * Math.Min(1, Words(text) / LongText)),
        _ => Agreement(analysis) * (0.5 + (0.5 * Math.Min(1, Math.Abs(analysis.Valence) / ClearValence))),
    };

    /// <summary>The share of the evidence's weight on the side that won; without evidence (shouting, a row of marks), half.</summary>
    private static double Agreement(TextAnalysis analysis)
    {
        var (with, all) = (0d, 0d);
        foreach (var evidence in analysis.Evidence)
        {
            all += Math.Abs(evidence.Weight);
            with += Math.Sign(evidence.Weight) == Math.Sign(analysis.Valence) ? Math.Abs(evidence.Weight) : 0;
        }

        return all > 0 ? with / all : 0.5;
    }

    private static int Words(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var index = 0; index < text.Length; index++)
        {
            words += char.IsLetterOrDigit(text[index]) && (index == 0 || !char.IsLetterOrDigit(text[index - 1])) ? 1 : 0;
        }

        return words;
    }
}
