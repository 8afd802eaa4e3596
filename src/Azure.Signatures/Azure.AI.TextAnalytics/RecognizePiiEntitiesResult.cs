// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
#nullable disable
namespace Azure.AI.TextAnalytics;

public class RecognizePiiEntitiesResult : TextAnalyticsResult
{
    private readonly PiiEntityCollection _entities;

    internal RecognizePiiEntitiesResult(string id, TextAnalyticsError? error, PiiEntityCollection entities)
        : base(id, error) => _entities = entities;

    public PiiEntityCollection Entities =>
        HasError ? throw new InvalidOperationException($"Document {Id} has an error: {Error.ErrorCode}.") : _entities;
}
