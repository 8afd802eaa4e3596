using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Pipeline.AzureServices.Tables;
using Pipeline.Ports;

namespace Pipeline.Tests.AzureServices.Azurite;

/// <summary>
/// The tables on an account, by our own mapping, filter texts, limits and reading of refusals, but the protocol instead of the official client:
/// so all of it but the client is tried where the client is not to be had.
/// </summary>
internal sealed class WireTables(TestAccount account) : ITables
{
    public async Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckKey(partitionKey, "partition key");
        TableLimits.CheckKey(rowKey, "row key");
        using var answer = await account.SendAsync(HttpMethod.Get, Address(table, partitionKey, rowKey));
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        using var json = await ReadAsync(answer, cancellationToken);
        return TableEntityMapping.Row(WireEntity.Read(json.RootElement));
    }

    public async Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckQuery(query);
        var place = TableContinuation.Read(query);
        var filter = Uri.EscapeDataString(TableFilter.Of(query, place.AfterRowKey));
        var address = $"{table}()?$filter={filter}&$top={query.MaxRows}{place.ServiceToken}";
        using var answer = await account.SendAsync(HttpMethod.Get, address);
        using var json = await ReadAsync(answer, cancellationToken);
        TableRow[] rows = [.. json.RootElement.GetProperty("value").EnumerateArray().Select(WireEntity.Read).Select(TableEntityMapping.Row)];
        return new TablePage(rows, TableContinuation.Write(query, place, rows, Continuation(answer.Headers)));
    }

    public async Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken)
    {
        TableLimits.CheckScan(table, maxRows);
        using var answer = await account.SendAsync(
            HttpMethod.Get, $"{table}()?$top={maxRows}{ScanContinuation.Read(table, continuation)}");
        using var json = await ReadAsync(answer, cancellationToken);
        TableRow[] rows = [.. json.RootElement.GetProperty("value").EnumerateArray().Select(WireEntity.Read).Select(TableEntityMapping.Row)];
        return new TablePage(rows, ScanContinuation.Write(table, Continuation(answer.Headers)));
    }

    public async Task<IReadOnlyList<string?>> ApplyAsync(
        string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckBatch(partitionKey, changes);
        var body = new StringBuilder("--batch_1\r\nContent-Type: multipart/mixed; boundary=changeset_1\r\n\r\n");
        foreach (var action in changes.Select(change => TableEntityMapping.Action(partitionKey, change)))
        {
            body.Append(Part(table, action));
        }

        var content = new StringContent(body.Append("--changeset_1--\r\n--batch_1--\r\n").ToString(), Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=batch_1");
        using var answer = await account.SendAsync(HttpMethod.Post, "$batch", content);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        var parts = text.Split("HTTP/1.1 ").Skip(1).ToArray();
        if (!answer.IsSuccessStatusCode || parts.Length == 0)
        {
            throw new RequestFailedException((int)answer.StatusCode, text[..Math.Min(text.Length, 500)]);
        }

        var status = int.Parse(parts[0][..3], CultureInfo.InvariantCulture);
        return status < 300
            ? [.. changes.Zip(parts, (change, part) => change is TableChange.Delete ? null : Header(part, "ETag"))]
            : throw Refusal(status, parts[0], changes);
    }

    private static Exception Refusal(int status, string part, IReadOnlyList<TableChange> changes)
    {
        using var error = JsonDocument.Parse(part[part.IndexOf('{', StringComparison.Ordinal)..(part.LastIndexOf('}') + 1)]);
        var told = error.RootElement.GetProperty("odata.error");
        var code = told.GetProperty("code").GetString();

        // "2:The specified entity already exists.": the place of the change, as the official client reads it too.
        var message = told.GetProperty("message").GetProperty("value").GetString()!;
        int? index = int.TryParse(message.Split(':')[0], CultureInfo.InvariantCulture, out var place) ? place : null;
        return (Exception?)TableConflicts.Of(status, code, index, changes) ?? new RequestFailedException(status, $"{code}: {message}");
    }

    private string Part(string table, TableTransactionAction action)
    {
        var entity = (TableEntity)action.Entity;
        var (method, path) = action.ActionType switch
        {
            TableTransactionActionType.Add => ("POST", table),
            TableTransactionActionType.Delete => ("DELETE", Address(table, entity.PartitionKey, entity.RowKey)),
            _ => ("PUT", Address(table, entity.PartitionKey, entity.RowKey)),
        };
        var match = action.ETag == default ? "" : $"If-Match: {action.ETag}\r\n";
        var json = method == "DELETE" ? "" : WireEntity.Write(entity);
        return "--changeset_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
            + $"{method} {account.AddressOf(path)} HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n"
            + $"Prefer: return-no-content\r\n{match}Content-Type: application/json\r\n\r\n{json}\r\n";
    }

    private static string Address(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));

    private static string? Continuation(HttpResponseHeaders headers)
    {
        var partition = Value("x-ms-continuation-NextPartitionKey");
        return partition is null ? null
            : $"&NextPartitionKey={Uri.EscapeDataString(partition)}&NextRowKey={Uri.EscapeDataString(Value("x-ms-continuation-NextRowKey") ?? "")}";

        string? Value(string name) => headers.TryGetValues(name, out var values) ? values.First() : null;
    }

    private static string? Header(string part, string name) => part.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    private static async Task<JsonDocument> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text)
            : throw new RequestFailedException((int)answer.StatusCode, text[..Math.Min(text.Length, 500)]);
    }
}
