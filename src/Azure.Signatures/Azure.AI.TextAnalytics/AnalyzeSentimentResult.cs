// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
#nullable disable
namespace Azure.AI.TextAnalytics;

public class AnalyzeSentimentResult : TextAnalyticsResult
{
    private readonly DocumentSentiment _sentiment;

    internal AnalyzeSentimentResult(string id, TextAnalyticsError? error, DocumentSentiment sentiment)
        : base(id, error) => _sentiment = sentiment;

    public DocumentSentiment DocumentSentiment =>
        HasError ? throw new InvalidOperationException($"Document {Id} has an error: {Error.ErrorCode}.") : _sentiment;
}
