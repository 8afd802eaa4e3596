// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
namespace Azure.AI.TextAnalytics;

public class SentimentConfidenceScores
{
    internal SentimentConfidenceScores(double positive, double negative) => (Positive, Negative) = (positive, negative);

    public double Positive { get; }

    public double Negative { get; }
}
