using Pipeline.Ports;

namespace Pipeline.Routing.Capacity;

/// <summary>
/// A setting that is data: a row of the settings table with a column Json, read again at most once a minute; what comes with the program
/// where nothing was stored. What is stored was validated; should it not be valid all the same, it is an error and not passed over.
/// </summary>
/// <typeparam name="T">What the JSON says.</typeparam>
public abstract class StoredSetting<T>(ITables tables, TimeProvider clock, string rowKey, string seedFile)
    where T : class
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private volatile Known? _known;

    /// <summary>What is in force.</summary>
    /// <exception cref="FormatException">What is stored is not valid.</exception>
    public async ValueTask<T> ReadAsync(CancellationToken cancellationToken) => (await RecentAsync(cancellationToken)).Value;

    /// <summary>What is in force as it is stored, with its version; the version is null where nothing was stored.</summary>
    public async Task<(string Json, string? ETag)> ReadStoredAsync(CancellationToken cancellationToken) =>
        await RowAsync(cancellationToken) is { } row ? (row.Text("Json")!, row.ETag) : (RoutingSeed.ReadResource(seedFile), null);

    /// <summary>Stores another text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="etag">The version it takes the place of; null where nothing was stored.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The new version, null when another was stored meanwhile; or what is wrong with the text.</returns>
    public async Task<(string? ETag, FieldFault? Fault)> StoreAsync(string json, string? etag, CancellationToken cancellationToken)
    {
        if (Parse(json).Fault is { } fault)
        {
            return (null, fault);
        }

        var row = Row(rowKey, json);
        try
        {
            TableChange change = etag is null ? new TableChange.Insert(row) : new TableChange.Replace(row, etag);
            var versions = await tables.ApplyAsync(TableNames.Settings, row.PartitionKey, [change], cancellationToken);
            _known = null;
            return (versions[0], null);
        }
        catch (TableConflictException)
        {
            return (null, null);
        }
    }

    /// <summary>The row of a text.</summary>
    protected static TableRow Row(string rowKey, string json) =>
        new(RoutingRulesSource.Partition, rowKey, new Dictionary<string, object>(StringComparer.Ordinal) { ["Json"] = json });

    /// <summary>Reads and validates a text.</summary>
    protected abstract (T? Value, FieldFault? Fault) Parse(string json);

    private async ValueTask<Known> RecentAsync(CancellationToken cancellationToken)
    {
        var known = _known;
        if (known is not null && clock.GetElapsedTime(known.ReadAt) < Fresh)
        {
            return known;
        }

        var readAt = clock.GetTimestamp();
        var row = await RowAsync(cancellationToken);
        if (known is null || known.ETag != row?.ETag)
        {
            var (value, fault) = Parse(row?.Text("Json") ?? RoutingSeed.ReadResource(seedFile));
            known = new Known(
                value ?? throw new FormatException($"Settings {RoutingRulesSource.Partition}/{rowKey}: {fault}"), row?.ETag, readAt);
        }

        return _known = known with { ReadAt = readAt };
    }

    private Task<TableRow?> RowAsync(CancellationToken cancellationToken) =>
        tables.ReadAsync(TableNames.Settings, RoutingRulesSource.Partition, rowKey, cancellationToken);

    private sealed record Known(T Value, string? ETag, long ReadAt);
}
