// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
#nullable disable
namespace Azure.AI.TextAnalytics;

public readonly struct PiiEntityCategory
{
    private readonly string _value;

    internal PiiEntityCategory(string value) => _value = value;

    public override string ToString() => _value;
}
