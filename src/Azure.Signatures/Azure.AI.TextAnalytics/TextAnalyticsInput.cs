// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
#nullable disable
namespace Azure.AI.TextAnalytics;

public class TextAnalyticsInput
{
    internal TextAnalyticsInput(string id, string text) => (Id, Text) = (id, text);

    public string Id { get; }

    public string Text { get; }
}
