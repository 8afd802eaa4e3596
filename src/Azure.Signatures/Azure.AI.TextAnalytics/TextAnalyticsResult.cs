// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
#nullable disable
namespace Azure.AI.TextAnalytics;

public class TextAnalyticsResult
{
    internal TextAnalyticsResult(string id, TextAnalyticsError? error) => (Id, HasError, Error) = (id, error is not null, error ?? default);

    public string Id { get; }

    public bool HasError { get; }

    public TextAnalyticsError Error { get; }
}
