// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
#nullable disable
using Azure.Core;
using Azure.Signatures;

namespace Azure.AI.TextAnalytics;

public class TextAnalyticsClient
{
    protected TextAnalyticsClient()
    {
    }

    public TextAnalyticsClient(Uri endpoint, TokenCredential credential, TextAnalyticsClientOptions options) =>
        throw AzurePackages.Missing();

    public virtual Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(
        IEnumerable<TextDocumentInput> documents,
        AnalyzeSentimentOptions options = null,
        CancellationToken cancellationToken = default) => throw AzurePackages.Missing();

    public virtual Task<Response<RecognizePiiEntitiesResultCollection>> RecognizePiiEntitiesBatchAsync(
        IEnumerable<TextDocumentInput> documents,
        RecognizePiiEntitiesOptions options = null,
        CancellationToken cancellationToken = default) => throw AzurePackages.Missing();
}
