// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
#nullable disable
namespace Azure.AI.TextAnalytics;

public class DocumentSentiment
{
    internal DocumentSentiment(
        TextSentiment sentiment, SentimentConfidenceScores scores, IReadOnlyCollection<SentenceSentiment> sentences) =>
        (Sentiment, ConfidenceScores, Sentences) = (sentiment, scores, sentences);

    public TextSentiment Sentiment { get; }

    public SentimentConfidenceScores ConfidenceScores { get; }

    public IReadOnlyCollection<SentenceSentiment> Sentences { get; }
}
