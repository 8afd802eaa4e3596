// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
#nullable disable
namespace Azure.AI.TextAnalytics;

public readonly struct PiiEntity
{
    internal PiiEntity(string category, double score, int offset, int length) =>
        (Category, ConfidenceScore, Offset, Length) = (new(category), score, offset, length);

    public PiiEntityCategory Category { get; }

    public double ConfidenceScore { get; }

    public int Offset { get; }

    public int Length { get; }
}
