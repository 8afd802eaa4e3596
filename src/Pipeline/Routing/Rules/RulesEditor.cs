using System.Text.Json;
using Pipeline.Ports;

namespace Pipeline.Routing.Rules;

/// <summary>Why rules were not saved.</summary>
public enum RulesRefusal
{
    /// <summary>Somebody saved others meanwhile.</summary>
    Changed,

    /// <summary>A version of this name is kept already, and a name stands for one set of rules.</summary>
    VersionTaken,

    /// <summary>They are longer than a row can hold.</summary>
    TooLong,
}

/// <summary>
/// Reads and edits the routing rules. The rules in force and every version that ever was stand in one partition, so that a version is never in
/// force without being kept.
/// </summary>
public sealed class RulesEditor(ITables tables, TimeProvider clock)
{
    /// <summary>The most characters of rules as JSON (Azure Table storage: 64 KiB of UTF-16 a property).</summary>
    public const int MostCharacters = 32_000;

    /// <summary>The rules in force.</summary>
    /// <exception cref="InvalidOperationException">No rules were planted: the seeds have not run.</exception>
    public async Task<StoredRules> ReadAsync(CancellationToken cancellationToken) =>
        await FindRowAsync(RoutingRulesSource.Row, cancellationToken)
        ?? throw new InvalidOperationException("There are no routing rules: the seeds have not been planted.");

    /// <summary>A version; null when there is none of this name.</summary>
    public Task<StoredRules?> FindAsync(string version, CancellationToken cancellationToken) =>
        FindRowAsync(StoredRules.RowOf(version), cancellationToken);

    /// <summary>All versions, by name.</summary>
    public async Task<IReadOnlyList<RulesVersion>> VersionsAsync(CancellationToken cancellationToken)
    {
        var versions = new List<RulesVersion>();
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Settings, TableQuery.Prefix(RoutingRulesSource.Partition, StoredRules.VersionPrefix), cancellationToken))
        {
            versions.Add(StoredRules.ReadVersion(row));
        }

        return versions;
    }

    /// <summary>Puts rules in force.</summary>
    /// <param name="rules">The rules, read by <see cref="RoutingRulesReader"/>.</param>
    /// <param name="before">What they are an edit of.</param>
    /// <param name="author">Who saves them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Why not; null when they are in force.</returns>
    public async Task<RulesRefusal?> SaveAsync(RoutingRules rules, StoredRules before, string author, CancellationToken cancellationToken)
    {
        var json = Write(rules);
        if (json.Length > MostCharacters)
        {
            return RulesRefusal.TooLong;
        }

        if (await FindAsync(rules.Version, cancellationToken) is not null || before.Rules.Version == rules.Version)
        {
            return RulesRefusal.VersionTaken;
        }

        var now = clock.GetUtcNow();
        try
        {
            await tables.ApplyAsync(
                TableNames.Settings,
                RoutingRulesSource.Partition,
                [
                    new TableChange.Replace(StoredRules.ToRow(RoutingRulesSource.Row, rules.Version, json, now, author), before.ETag),
                    new TableChange.Insert(StoredRules.ToRow(StoredRules.RowOf(rules.Version), rules.Version, json, now, author)),

                    // Those that an older program planted have no row of their own yet.
                    new TableChange.Upsert(StoredRules.ToRow(
                        StoredRules.RowOf(before.Rules.Version), before.Rules.Version, Write(before.Rules), before.SavedAt, before.SavedBy)),
                ],
                cancellationToken);
            return null;
        }
        catch (TableConflictException)
        {
            return RulesRefusal.Changed;
        }
    }

    private static string Write(RoutingRules rules) => JsonSerializer.Serialize(rules, RoutingJson.Compact.RoutingRules);

    private async Task<StoredRules?> FindRowAsync(string key, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Settings, RoutingRulesSource.Partition, key, cancellationToken) is { } row
            ? StoredRules.Read(row)
            : null;
}
