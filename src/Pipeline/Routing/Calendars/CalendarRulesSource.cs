using Pipeline.Ports;
using Pipeline.Routing.Capacity;

namespace Pipeline.Routing.Calendars;

/// <summary>The calendars in force.</summary>
public sealed class CalendarRulesSource(ITables tables, TimeProvider clock)
    : StoredSetting<CalendarRules>(tables, clock, RowKey, SeedFile)
{
    private const string RowKey = "calendars";
    private const string SeedFile = "calendars.json";

    /// <summary>The calendars that come with the program.</summary>
    public static CalendarRules ReadSeed() => CalendarRulesReader.Read(RoutingSeed.ReadResource(SeedFile)) switch
    {
        { Rules: { } rules } => rules,
        { Fault: var fault } => throw new FormatException($"{SeedFile}: {fault}"),
    };

    /// <summary>The row of the calendars that come with the program.</summary>
    public static TableRow SeedRow() => Row(RowKey, RoutingSeed.ReadResource(SeedFile));

    /// <inheritdoc/>
    protected override (CalendarRules? Value, FieldFault? Fault) Parse(string json) => CalendarRulesReader.Read(json);
}
