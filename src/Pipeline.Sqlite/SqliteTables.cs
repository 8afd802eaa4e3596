using Microsoft.Data.Sqlite;
using Pipeline.Ports;
using Pipeline.Sqlite.Bus;
using Pipeline.Sqlite.Storage;
using Pipeline.Sqlite.Tables;

namespace Pipeline.Sqlite;

/// <summary>
/// The tables in one file of a data folder: durable when a change has completed, with one writer whose callers share commits, and readers
/// beside it.
/// </summary>
public sealed class SqliteTables : ITables, IAsyncDisposable
{
    private const int Readers = 4;

    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly TablesStore _store;
    private readonly SqliteWriter _writer;
    private readonly ReaderPool _readers;
    private readonly Checkpoints _checkpoints;
    private bool _disposed;

    /// <summary>Opens the tables, making the file if it is not there.</summary>
    /// <exception cref="DataFolderException">The file is not ours, of another version, damaged, or cannot be written.</exception>
    public SqliteTables(DataFolder folder)
        : this(folder, RecentChanges.DefaultFullSize)
    {
    }

    /// <summary>Opens the tables.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="recentBytes">How much of what is written stays in memory before it goes to its place.</param>
    internal SqliteTables(DataFolder folder, long recentBytes)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _path = folder.FilePath(TablesSchema.Schema.FileName);
        _connection = Database.Open(folder, TablesSchema.Schema);
        Checkpoints.LetPass(_connection);
        _store = new TablesStore(_connection, (table, partitionKey) => Changed?.Invoke(table, partitionKey), recentBytes);
        _writer = new SqliteWriter("tables", _connection, _store.Parts);
        _readers = new ReaderPool(Readers, () => new TableReader(Database.OpenReader(folder, TablesSchema.Schema), _store.Changes));
        _checkpoints = new Checkpoints(Database.OpenReader(folder, TablesSchema.Schema));
    }

    /// <summary>
    /// Tells the table and the partition key of each batch once it is durable, before its caller goes on. Handlers run on the writer's
    /// thread: they
    /// must be quick (put it on a channel) and must not throw.
    /// </summary>
    public event Action<string, string>? Changed;

    /// <summary>How many transactions were committed since the start: beside the number of batches it tells how well they share.</summary>
    public long Commits => _writer.Commits;

    /// <inheritdoc/>
    public async Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckKey(partitionKey, "partition key");
        TableLimits.CheckKey(rowKey, "row key");
        if (_store.Catalog.Find(table) is not { } number)
        {
            return null;
        }

        return _store.Changes.Find(number, partitionKey, rowKey) is { } recent
            ? recent.Row
            : await _readers.ReadAsync(reader => reader.Read(number, partitionKey, rowKey), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckQuery(query);
        // A table that was never written has no number, and no continuation of it can be right.
        return await _readers.ReadAsync(reader => reader.Query(_store.Catalog.Find(table) ?? 0, query), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken)
    {
        TableLimits.CheckScan(table, maxRows);
        return await _readers.ReadAsync(
            reader => reader.Scan(_store.Catalog.Find(table) ?? 0, maxRows, continuation), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string?>> ApplyAsync(
        string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckBatch(partitionKey, changes);
        cancellationToken.ThrowIfCancellationRequested();
        return _writer.RunAsync(new ApplyOperation(_store, table, partitionKey, changes)).WaitAsync(cancellationToken);
    }

    /// <summary>Writes the file anew with what is there: nothing that was deleted is left in it. Writers wait meanwhile.</summary>
    public async Task<CompactedFile> CompactAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var before = Compaction.Bytes(_path);
        await _writer.RunAsync(new StoreOperation<bool>(null, () =>
        {
            _store.Compact();
            return true;
        })).WaitAsync(cancellationToken);
        return new(Path.GetFileName(_path), before, Compaction.Bytes(_path));
    }

    /// <summary>Writes what waits, checkpoints and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _writer.DisposeAsync();
        _checkpoints.Dispose();
        _readers.Dispose();
        _store.PlaceAll();
        _store.Dispose();
        // Closing the last connection checkpoints the log and removes it.
        await _connection.DisposeAsync();
    }
}
