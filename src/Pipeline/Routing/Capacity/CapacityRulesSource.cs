using Pipeline.Ports;

namespace Pipeline.Routing.Capacity;

/// <summary>The capacity rules in force.</summary>
public sealed class CapacityRulesSource(ITables tables, TimeProvider clock)
    : StoredSetting<CapacityRules>(tables, clock, RowKey, SeedFile)
{
    private const string RowKey = "capacity";
    private const string SeedFile = "routing-capacity.json";

    /// <summary>The rules that come with the program.</summary>
    public static CapacityRules ReadSeed() => CapacityRulesReader.Read(RoutingSeed.ReadResource(SeedFile)) switch
    {
        { Rules: { } rules } => rules,
        { Fault: var fault } => throw new FormatException($"{SeedFile}: {fault}"),
    };

    /// <summary>The row of the rules that come with the program.</summary>
    public static TableRow SeedRow() => Row(RowKey, RoutingSeed.ReadResource(SeedFile));

    /// <inheritdoc/>
    protected override (CapacityRules? Value, FieldFault? Fault) Parse(string json) => CapacityRulesReader.Read(json);
}
