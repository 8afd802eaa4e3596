using System.Collections.Concurrent;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing;

namespace Pipeline.Tests.Routing.Capacity;

/// <summary>The process died here.</summary>
internal sealed class CrashException : Exception;

/// <summary>
/// Tables under which processes die: before a write, or after it was made and before anybody knew. It watches every row of an advisor that
/// is written, and counts readings of partitions.
/// </summary>
internal sealed class CrashingTables : ITables
{
    private const int OneIn = 60;

    private readonly ConcurrentDictionary<(string Table, string Partition), InMemoryTables> _partitions = new();
    private int _writes;
    private int _crashes;
    private int _queries;

    /// <summary>Whether processes die.</summary>
    public bool Crashes { get; set; }

    public int CrashCount => _crashes;

    public int QueryCount => _queries;

    /// <summary>Every row of an advisor that was above capacity when it was written.</summary>
    public ConcurrentBag<Advisor> Overloaded { get; } = [];

    public Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken) =>
        Of(table, partitionKey).ReadAsync(table, partitionKey, rowKey, cancellationToken);

    public Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _queries);
        return Of(table, query.PartitionKey).QueryAsync(table, query, cancellationToken);
    }

    public Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing here reads a table through.");

    public async Task<IReadOnlyList<string?>> ApplyAsync(
        string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        var fate = Crashes ? StableHash.Of($"crash {Interlocked.Increment(ref _writes)}") % (2 * OneIn) : OneIn;
        DieAt(fate, 0);
        var etags = await Of(table, partitionKey).ApplyAsync(table, partitionKey, changes, cancellationToken);
        if (table == TableNames.Advisors && partitionKey == Advisor.Partition && changes[0] is TableChange.Replace replace)
        {
            var advisor = AdvisorRow.Read(replace.Row);
            if (advisor.Load > advisor.Profile.Capacity)
            {
                Overloaded.Add(advisor);
            }
        }

        DieAt(fate, 1);
        await Task.Yield();
        return etags;
    }

    private void DieAt(ulong fate, ulong moment)
    {
        if (fate == moment)
        {
            Interlocked.Increment(ref _crashes);
            throw new CrashException();
        }
    }

    private InMemoryTables Of(string table, string partition) => _partitions.GetOrAdd((table, partition), static _ => new InMemoryTables());
}
