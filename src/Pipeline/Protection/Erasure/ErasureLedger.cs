using System.Runtime.CompilerServices;
using System.Text.Json;
using Pipeline.Ports;

namespace Pipeline.Protection.Erasure;

/// <summary>
/// Keeps erasures: a row for each, changed under its ETag, so that of two who go on with the same one the slower begins again; and while it
/// runs, a row for each conversation with what was counted there before anything was erased.
/// </summary>
public sealed class ErasureLedger(ITables tables, SubjectHashes hashes, TimeProvider clock)
{
    private const string WorkPrefix = "work~";

    /// <summary>Writes down that an erasure is asked for; one of the same subjects that runs already is given back instead.</summary>
    public async Task<ErasureStatus> RequestAsync(
        ErasureSubject subject, string? requestedBy, string? role, CancellationToken cancellationToken)
    {
        string[] subjects =
        [
            .. subject.Customers.Select(customer => hashes.OfCustomer(customer.Platform, customer.Id)).Distinct().Order(StringComparer.Ordinal),
            .. subject.Conversations.Select(hashes.OfConversation).Distinct().Order(StringComparer.Ordinal),
        ];
        await foreach (var running in RunningAsync(cancellationToken))
        {
            if (running.Status.Subjects.SequenceEqual(subjects, StringComparer.Ordinal)
                && subject.Identifiers.All(running.Subject!.Identifiers.Contains))
            {
                return running.Status;
            }
        }

        var now = clock.GetUtcNow();
        var row = new ErasureRow
        {
            Status = new ErasureStatus
            {
                Id = ErasureRow.IdOf(now, subjects[0]),
                State = ErasureState.Requested,
                Subjects = subjects,
                RequestedAt = now,
                RequestedBy = requestedBy,
                Role = role,
            },
            Subject = subject,
        };
        await tables.ApplyAsync(TableNames.Protection, ErasureRow.Partition, [new TableChange.Upsert(row.ToRow())], cancellationToken);
        return row.Status;
    }

    /// <summary>One erasure; null when there is none of this id.</summary>
    public async Task<ErasureStatus?> FindAsync(string id, CancellationToken cancellationToken) => (await ReadAsync(id, cancellationToken))?.Status;

    /// <summary>A page of erasures, newest first.</summary>
    /// <param name="maxRows">The most of one page.</param>
    /// <param name="after">The last id of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<ErasureStatus>> ListAsync(int maxRows, string? after, CancellationToken cancellationToken)
    {
        // A blank sorts before anything that an id may go on with.
        var query = new TableQuery(ErasureRow.Partition, after is null ? null : after + " ", MaxRows: maxRows);
        return [.. (await tables.QueryAsync(TableNames.Protection, query, cancellationToken)).Rows.Select(row => ErasureRow.Read(row).Status)];
    }

    /// <summary>Notes that the files were compacted, on every erasure that had ended before.</summary>
    public async Task CompactedAsync(DateTimeOffset began, CancellationToken cancellationToken)
    {
        await foreach (var row in ReadAllAsync(cancellationToken))
        {
            if (row.Status is { Receipt.EndedAt: var ended, CompactedAt: null } && ended <= began)
            {
                await TryWriteAsync(row with { Status = row.Status with { CompactedAt = clock.GetUtcNow() } }, cancellationToken);
            }
        }
    }

    internal async IAsyncEnumerable<ErasureRow> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.ReadAllAsync(TableNames.Protection, new TableQuery(ErasureRow.Partition), cancellationToken))
        {
            yield return ErasureRow.Read(row);
        }
    }

    /// <summary>The erasures that have not come to their end.</summary>
    internal IAsyncEnumerable<ErasureRow> RunningAsync(CancellationToken cancellationToken) =>
        ReadAllAsync(cancellationToken).Where(row => !row.Status.Ended);

    internal async Task<ErasureRow?> ReadAsync(string id, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Protection, ErasureRow.Partition, id, cancellationToken) is { } row ? ErasureRow.Read(row) : null;

    /// <summary>Writes an erasure as it was read and then changed; null when somebody else changed it meanwhile.</summary>
    internal async Task<ErasureRow?> TryWriteAsync(ErasureRow row, CancellationToken cancellationToken)
    {
        try
        {
            var etags = await tables.ApplyAsync(
                TableNames.Protection, ErasureRow.Partition, [new TableChange.Replace(row.ToRow(), row.ETag!)], cancellationToken);
            return row with { ETag = etags[0] };
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    /// <summary>The conversations of an erasure, each with what was counted there; null where nothing was yet.</summary>
    internal async Task<IReadOnlyList<(string Key, IReadOnlyDictionary<string, int>? Items)>> WorkAsync(
        string id, CancellationToken cancellationToken)
    {
        List<(string, IReadOnlyDictionary<string, int>?)> work = [];
        await foreach (var row in tables.ReadAllAsync(TableNames.Protection, new TableQuery(WorkPrefix + id), cancellationToken))
        {
            work.Add((row.RowKey, row.Text("Items") is { } items
                ? JsonSerializer.Deserialize(items, ProtectionJson.Default.IReadOnlyDictionaryStringInt32)
                : null));
        }

        return work;
    }

    /// <summary>Adds a conversation to an erasure; one that is there stays as it is.</summary>
    internal async Task AddWorkAsync(string id, string conversationKey, CancellationToken cancellationToken)
    {
        try
        {
            var row = new TableRow(WorkPrefix + id, conversationKey, new Dictionary<string, object>(StringComparer.Ordinal));
            await tables.ApplyAsync(TableNames.Protection, row.PartitionKey, [new TableChange.Insert(row)], cancellationToken);
        }
        catch (TableConflictException)
        {
            // An earlier try added it.
        }
    }

    /// <summary>Notes what a conversation's stores hold, before any of it is erased.</summary>
    internal Task CountAsync(string id, string conversationKey, IReadOnlyDictionary<string, int> items, CancellationToken cancellationToken)
    {
        var row = new TableRow(WorkPrefix + id, conversationKey, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Items"] = JsonSerializer.Serialize(items, ProtectionJson.Default.IReadOnlyDictionaryStringInt32),
        });
        return tables.ApplyAsync(TableNames.Protection, row.PartitionKey, [new TableChange.Upsert(row)], cancellationToken);
    }

    /// <summary>Forgets which conversations an erasure was about.</summary>
    internal async Task EndWorkAsync(string id, CancellationToken cancellationToken) => await tables.DeleteAllAsync(
        TableNames.Protection, WorkPrefix + id, (await WorkAsync(id, cancellationToken)).Select(work => work.Key), cancellationToken);

    /// <summary>Whether a row is an erasure's own note of whom it is about, which goes at its end.</summary>
    internal static bool IsNote(string table, TableRow row) => string.Equals(table, TableNames.Protection, StringComparison.Ordinal)
        && (row.PartitionKey == ErasureRow.Partition || row.PartitionKey.StartsWith(WorkPrefix, StringComparison.Ordinal));
}
