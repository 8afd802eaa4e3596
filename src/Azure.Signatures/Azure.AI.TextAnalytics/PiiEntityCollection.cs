// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

public class PiiEntityCollection : ReadOnlyCollection<PiiEntity>
{
    internal PiiEntityCollection(IList<PiiEntity> entities)
        : base(entities)
    {
    }
}
