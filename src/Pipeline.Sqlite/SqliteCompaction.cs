using Pipeline.Ports;

namespace Pipeline.Sqlite;

/// <summary>Compacts both files of a data folder, one after the other.</summary>
public sealed class SqliteCompaction(SqliteTables tables, SqliteBus bus) : IStorageCompaction
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<CompactedFile>> CompactAsync(CancellationToken cancellationToken) =>
        [await tables.CompactAsync(cancellationToken), await bus.CompactAsync(cancellationToken)];
}
