// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
#nullable disable
namespace Azure.AI.TextAnalytics;

public readonly struct TextAnalyticsError
{
    internal TextAnalyticsError(string code) => ErrorCode = new(code);

    public TextAnalyticsErrorCode ErrorCode { get; }
}
