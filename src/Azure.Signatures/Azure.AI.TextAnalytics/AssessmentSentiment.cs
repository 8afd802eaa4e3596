// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
#nullable disable
namespace Azure.AI.TextAnalytics;

public readonly struct AssessmentSentiment
{
    internal AssessmentSentiment(SentimentConfidenceScores scores, string text) => (ConfidenceScores, Text) = (scores, text);

    public SentimentConfidenceScores ConfidenceScores { get; }

    public string Text { get; }
}
