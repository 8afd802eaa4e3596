using System.Globalization;
using Pipeline.Ports;

namespace Pipeline.Tests.Sqlite;

/// <summary>
/// Takes random steps on tables and tells what came of them, without what may differ between two tables: the text of ETags.
/// </summary>
public sealed class TablesDriver
{
    private const string Table = "Things";
    private readonly Dictionary<(string PartitionKey, string RowKey), string> _first = [];

    public async Task<string> TakeAsync(ITables tables, TableStep step) => step switch
    {
        TableStep.Apply apply => await ApplyAsync(tables, apply),
        TableStep.Query query => await QueryAsync(tables, query),
        TableStep.Scan scan => await ScanAsync(tables, scan),
        _ => "",
    };

    private static string Tell(TableRow row)
    {
        var properties = row.Properties.Select(property => $"{property.Key} = {Tell(property.Value)}");
        return $"{row.PartitionKey}|{row.RowKey}: {string.Join(", ", properties)}";
    }

    private static string Tell(object value) => value switch
    {
        string text => $"'{string.Join(' ', text.Select(unit => ((int)unit).ToString("X4", CultureInfo.InvariantCulture)))}'",
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value.GetType().Name} {value}"),
    };

    private static async Task<string> QueryAsync(ITables tables, TableStep.Query step)
    {
        var filters = step.Value is null ? null : new Dictionary<string, object>(StringComparer.Ordinal) { ["Value"] = step.Value };
        var query = new TableQuery(step.PartitionKey, step.From, step.Before, filters, step.MaxRows);
        List<string> rows = [];
        do
        {
            var page = await tables.QueryAsync(Table, query, TestContext.Current.CancellationToken);
            rows.AddRange(page.Rows.Select(Tell));
            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);
        return string.Join('\n', rows);
    }

    private static async Task<string> ScanAsync(ITables tables, TableStep.Scan step)
    {
        List<string> rows = [];
        string? continuation = null;
        do
        {
            var page = await tables.ScanAsync(Table, step.MaxRows, continuation, TestContext.Current.CancellationToken);
            Assert.True(page.Rows.Count <= step.MaxRows, $"{page.Rows.Count} rows of {step.MaxRows}");
            rows.AddRange(page.Rows.Select(Tell));
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return string.Join('\n', rows);
    }

    private async Task<string> ApplyAsync(ITables tables, TableStep.Apply step)
    {
        List<TableChange> changes = [];
        foreach (var change in step.Changes)
        {
            changes.Add(await ChangeAsync(tables, step.PartitionKey, change));
        }

        try
        {
            var etags = await tables.ApplyAsync(Table, step.PartitionKey, changes, TestContext.Current.CancellationToken);
            foreach (var (change, etag) in changes.Zip(etags))
            {
                if (etag is not null)
                {
                    _first.TryAdd((step.PartitionKey, change.RowKey), etag);
                }
            }

            return string.Join(' ', etags.Select(etag => etag is null ? "gone" : "written"));
        }
        catch (TableConflictException conflict)
        {
            return $"{conflict.Conflict} at {conflict.Index}";
        }
    }

    private async Task<TableChange> ChangeAsync(ITables tables, string partitionKey, RandomChange change)
    {
        var present = (await tables.ReadAsync(Table, partitionKey, change.RowKey, TestContext.Current.CancellationToken))?.ETag ?? "0";
        var etag = change.Stale ? _first.GetValueOrDefault((partitionKey, change.RowKey), "0") : present;
        var row = new TableRow(
            partitionKey,
            change.RowKey,
            new Dictionary<string, object>(StringComparer.Ordinal) { ["Value"] = change.Value!, ["Always"] = 1 });
        return change.What switch
        {
            'i' => new TableChange.Insert(row),
            'r' => new TableChange.Replace(row, etag),
            'u' => new TableChange.Upsert(row),
            'd' => new TableChange.Delete(change.RowKey, etag),
            _ => new TableChange.Delete(change.RowKey),
        };
    }
}
