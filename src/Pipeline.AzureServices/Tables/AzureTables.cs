using Azure.Data.Tables;
using Pipeline.Ports;

namespace Pipeline.AzureServices.Tables;

/// <summary>
/// The tables on Azure Table storage. Whatever Azure would refuse is refused before it is sent, so that the emulator, which lets some of it
/// pass, hides nothing.
/// </summary>
public sealed class AzureTables(TableServiceClient client) : ITables
{
    /// <inheritdoc/>
    public async Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckKey(partitionKey, "partition key");
        TableLimits.CheckKey(rowKey, "row key");
        var answer = await CallAsync(
            table, to => to.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, null, cancellationToken), cancellationToken);
        return answer.HasValue ? TableEntityMapping.Row(answer.Value!) : null;
    }

    /// <inheritdoc/>
    public Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckQuery(query);
        return CallAsync(table, to => ReadPageAsync(to, query, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken)
    {
        TableLimits.CheckScan(table, maxRows);
        var serviceToken = ScanContinuation.Read(table, continuation);
        return CallAsync(table, to => ScanPageAsync(to, table, maxRows, serviceToken, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string?>> ApplyAsync(
        string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckBatch(partitionKey, changes);
        try
        {
            var actions = changes.Select(change => TableEntityMapping.Action(partitionKey, change));
            var answers = (await CallAsync(table, to => to.SubmitTransactionAsync(actions, cancellationToken), cancellationToken)).Value;
            return [.. changes.Zip(answers, (change, answer) => change is TableChange.Delete ? null : answer.Headers.ETag?.ToString())];
        }
        catch (TableTransactionFailedException exception)
            when (TableConflicts.Of(exception.Status, exception.ErrorCode, exception.FailedTransactionActionIndex, changes) is { } conflict)
        {
            throw conflict;
        }
    }

    /// <summary>One answer of the service. It may be empty and yet have a token: then the rows that match come later.</summary>
    private static async Task<TablePage> ReadPageAsync(TableClient to, TableQuery query, CancellationToken cancellationToken)
    {
        var place = TableContinuation.Read(query);
        var answer = to.QueryAsync<TableEntity>(
            TableFilter.Of(query, place.AfterRowKey), query.MaxRows, null, cancellationToken);
        await foreach (var page in answer.AsPages(place.ServiceToken, query.MaxRows))
        {
            TableRow[] rows = [.. page.Values.Select(TableEntityMapping.Row)];
            return new TablePage(rows, TableContinuation.Write(query, place, rows, page.ContinuationToken));
        }

        return new TablePage([], null);
    }

    private static async Task<TablePage> ScanPageAsync(
        TableClient from, string table, int maxRows, string? serviceToken, CancellationToken cancellationToken)
    {
        var answer = from.QueryAsync<TableEntity>(maxPerPage: maxRows, cancellationToken: cancellationToken);
        await foreach (var page in answer.AsPages(serviceToken, maxRows))
        {
            TableRow[] rows = [.. page.Values.Select(TableEntityMapping.Row)];
            return new TablePage(rows, ScanContinuation.Write(table, page.ContinuationToken));
        }

        return new TablePage([], null);
    }

    private async Task<T> CallAsync<T>(string table, Func<TableClient, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call(client.GetTableClient(table));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested
            && TableFailures.Unavailable(exception, table) is { } failure)
        {
            throw failure;
        }
    }
}
