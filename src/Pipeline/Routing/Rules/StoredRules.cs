using Pipeline.Ports;

namespace Pipeline.Routing.Rules;

/// <summary>Rules as they are kept: those in force, or a version of before.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="ETag">The version of the row.</param>
/// <param name="SavedAt">When they were saved; null for those that came with the program.</param>
/// <param name="SavedBy">By whom; null for those that came with the program.</param>
public sealed record StoredRules(RoutingRules Rules, string ETag, DateTimeOffset? SavedAt, string? SavedBy)
{
    internal const string Json = "Json";
    internal const string Version = "Version";
    private const string SavedAtColumn = "SavedAt";
    private const string SavedByColumn = "SavedBy";

    /// <summary>The key of the row of a version.</summary>
    internal static string RowOf(string version) => VersionPrefix + version;

    internal const string VersionPrefix = "rules~";

    internal static StoredRules Read(TableRow row) => new(
        RoutingRulesReader.Read(row.Text(Json)!, $"Settings {row.PartitionKey}/{row.RowKey}"),
        row.ETag!,
        SavedAtOf(row),
        row.Text(SavedByColumn));

    internal static RulesVersion ReadVersion(TableRow row) => new(row.Text(Version)!, SavedAtOf(row), row.Text(SavedByColumn));

    /// <summary>The row to write.</summary>
    internal static TableRow ToRow(string key, string version, string json, DateTimeOffset? savedAt, string? savedBy)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal) { [Json] = json, [Version] = version };
        if (savedAt is { } at)
        {
            properties[SavedAtColumn] = at;
        }

        if (savedBy is not null)
        {
            properties[SavedByColumn] = savedBy;
        }

        return new(RoutingRulesSource.Partition, key, properties);
    }

    private static DateTimeOffset? SavedAtOf(TableRow row) => row.Properties.TryGetValue(SavedAtColumn, out var at) ? (DateTimeOffset)at : null;
}

/// <summary>A version that is kept.</summary>
/// <param name="Version">Its name.</param>
/// <param name="SavedAt">When it was saved; null for the one that came with the program.</param>
/// <param name="SavedBy">By whom; null for the one that came with the program.</param>
public sealed record RulesVersion(string Version, DateTimeOffset? SavedAt, string? SavedBy);
