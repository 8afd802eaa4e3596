// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
namespace Azure.AI.TextAnalytics;

public class AnalyzeSentimentOptions : TextAnalyticsRequestOptions
{
    public bool? IncludeOpinionMining { get; set; }
}
