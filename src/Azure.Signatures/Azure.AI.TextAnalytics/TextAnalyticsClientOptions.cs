// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
using Azure.Core;

namespace Azure.AI.TextAnalytics;

public class TextAnalyticsClientOptions : ClientOptions
{
    public TextAnalyticsClientOptions(ServiceVersion version = ServiceVersion.V2023_04_01)
    {
        _ = version;
    }

#pragma warning disable CA1034, CA1707 // The official names.
    public enum ServiceVersion
    {
        V2023_04_01 = 4,
    }
#pragma warning restore CA1034, CA1707
}
