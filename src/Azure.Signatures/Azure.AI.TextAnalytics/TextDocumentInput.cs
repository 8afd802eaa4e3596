// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
#nullable disable
namespace Azure.AI.TextAnalytics;

public class TextDocumentInput(string id, string text) : TextAnalyticsInput(id, text)
{
    public string Language { get; set; }
}
