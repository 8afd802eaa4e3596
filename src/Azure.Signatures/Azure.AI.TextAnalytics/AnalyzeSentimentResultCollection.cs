// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
#nullable disable
using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

public class AnalyzeSentimentResultCollection : ReadOnlyCollection<AnalyzeSentimentResult>
{
    internal AnalyzeSentimentResultCollection(IList<AnalyzeSentimentResult> list, string modelVersion)
        : base(list) => ModelVersion = modelVersion;

    public string ModelVersion { get; }
}
