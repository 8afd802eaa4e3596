using Azure.AI.TextAnalytics;

namespace Pipeline.AzureServices.Language;

/// <summary>How the client of Azure AI Language behaves when the service does not.</summary>
internal static class LanguageClient
{
    /// <summary>
    /// No second try: the customer's message is live and has a stand-in, and the client would wait as long as the service's Retry-After says,
    /// which a free resource sets to days. How long one call may take is the caller's to say.
    /// </summary>
    public static TextAnalyticsClientOptions Options()
    {
        var options = new TextAnalyticsClientOptions();
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        return options;
    }
}
