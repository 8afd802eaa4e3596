using Azure.Data.Tables;
using Pipeline.Ports;

namespace Pipeline.AzureServices.Tables;

/// <summary>The tables on Azure Table storage. The client tries again on 429, 500 and 503, with back-off.</summary>
public sealed class AzureTables(TableServiceClient client) : ITables
{
    /// <inheritdoc/>
    public async Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        TableLimits.CheckKey(partitionKey, "partition key");
        TableLimits.CheckKey(rowKey, "row key");
        var answer = await Table(table).GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, null, cancellationToken);
        return answer.HasValue ? TableEntityMapping.Row(answer.Value!) : null;
    }

    /// <inheritdoc/>
    public async Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken)
    {
        TableLimits.CheckQuery(query);
        var answer = Table(table).QueryAsync<TableEntity>(TableFilter.Of(query), query.MaxRows, null, cancellationToken);
        await foreach (var page in answer.AsPages(query.Continuation, query.MaxRows))
        {
            return new TablePage(
                [.. page.Values.Select(TableEntityMapping.Row)],
                string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
        }

        return new TablePage([], null);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string?>> ApplyAsync(
        string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        TableLimits.CheckBatch(partitionKey, changes);
        try
        {
            var actions = changes.Select(change => TableEntityMapping.Action(partitionKey, change));
            var answers = (await Table(table).SubmitTransactionAsync(actions, cancellationToken)).Value;
            return [.. changes.Zip(answers, (change, answer) => change is TableChange.Delete ? null : answer.Headers.ETag?.ToString())];
        }
        catch (TableTransactionFailedException exception)
            when (TableConflicts.Of(exception.Status, exception.ErrorCode, exception.FailedTransactionActionIndex, changes) is { } conflict)
        {
            throw conflict;
        }
    }

    private TableClient Table(string name)
    {
        TableLimits.CheckTable(name);
        return client.GetTableClient(name);
    }
}
