// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
namespace Azure.AI.TextAnalytics;

public enum TextSentiment
{
    Positive = 0,
    Neutral = 1,
    Negative = 2,
    Mixed = 3,
}
