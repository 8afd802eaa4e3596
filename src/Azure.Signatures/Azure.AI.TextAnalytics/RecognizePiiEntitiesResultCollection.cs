// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

public class RecognizePiiEntitiesResultCollection : ReadOnlyCollection<RecognizePiiEntitiesResult>
{
    internal RecognizePiiEntitiesResultCollection(IList<RecognizePiiEntitiesResult> list)
        : base(list)
    {
    }
}
