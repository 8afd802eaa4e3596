using System.Text.Json;
using Pipeline.Ports;
using Pipeline.Routing.Calendars;
using Pipeline.Routing.Capacity;
using Pipeline.Routing.Rules;

namespace Pipeline.Routing;

/// <summary>Plants the rules and the advisors that come with the program, where there are none.</summary>
public sealed class RoutingSeed(ITables tables) : ISeed
{
    private const string RulesFile = "routing-rules.json";
    private const string AdvisorsFile = "advisors.json";

    /// <inheritdoc/>
    public async Task PlantAsync(CancellationToken cancellationToken)
    {
        var json = ReadResource(RulesFile);
        var version = RoutingRulesReader.Read(json, RulesFile).Version;
        var rules = StoredRules.ToRow(RoutingRulesSource.Row, version, json, savedAt: null, savedBy: null);
        await InsertAsync(TableNames.Settings, rules, cancellationToken);
        await InsertAsync(TableNames.Settings, CapacityRulesSource.SeedRow(), cancellationToken);
        await InsertAsync(TableNames.Settings, CalendarRulesSource.SeedRow(), cancellationToken);
        await InsertAsync(
            TableNames.Settings, StoredRules.ToRow(StoredRules.RowOf(version), version, json, savedAt: null, savedBy: null), cancellationToken);
        foreach (var advisor in ReadAdvisors())
        {
            await InsertAsync(TableNames.Advisors, new Advisor { Profile = advisor }.ToRow(), cancellationToken);
        }
    }

    /// <summary>The rules that come with the program.</summary>
    public static RoutingRules ReadRules() => RoutingRulesReader.Read(ReadResource(RulesFile), RulesFile);

    /// <summary>The advisors that come with the program.</summary>
    public static IReadOnlyList<AdvisorSeed> ReadAdvisors() =>
        JsonSerializer.Deserialize(ReadResource(AdvisorsFile), RoutingJson.Default.IReadOnlyListAdvisorSeed)
        ?? throw new FormatException($"{AdvisorsFile} is null.");

    private async Task InsertAsync(string table, TableRow row, CancellationToken cancellationToken)
    {
        try
        {
            await tables.ApplyAsync(table, row.PartitionKey, [new TableChange.Insert(row)], cancellationToken);
        }
        catch (TableConflictException exception) when (exception.Conflict == TableConflict.RowExists)
        {
            // Planted before, and perhaps edited since: it stays as it is.
        }
    }

    internal static string ReadResource(string name)
    {
        using var stream = typeof(RoutingSeed).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The resource {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
