using Azure;
using Azure.Data.Tables;
using Pipeline.Ports;

namespace Pipeline.AzureServices.Tables;

/// <summary>Rows as the client of Table storage carries them.</summary>
public static class TableEntityMapping
{
    /// <summary>The row of an entity that was read.</summary>
    public static TableRow Row(TableEntity entity) => new(
        entity.PartitionKey,
        entity.RowKey,
        entity.Where(property => property.Value is not null && !IsSystem(property.Key))
            .ToDictionary(property => property.Key, property => property.Value, StringComparer.Ordinal),
        entity.ETag.ToString());

    /// <summary>The entity of a row to write.</summary>
    public static TableEntity Entity(TableRow row)
    {
        var entity = new TableEntity(row.PartitionKey, row.RowKey);
        foreach (var (name, value) in row.Properties)
        {
            if (value is not null)
            {
                entity[name] = value is DateTimeOffset time ? time.ToUniversalTime() : value;
            }
        }

        return entity;
    }

    /// <summary>A change as an action of a transaction.</summary>
    public static TableTransactionAction Action(string partitionKey, TableChange change) => change switch
    {
        TableChange.Insert insert => new(TableTransactionActionType.Add, Entity(insert.Row)),
        TableChange.Replace replace => new(TableTransactionActionType.UpdateReplace, Entity(replace.Row), new ETag(replace.ETag)),
        TableChange.Upsert upsert => new(TableTransactionActionType.UpsertReplace, Entity(upsert.Row)),
        TableChange.Delete delete => new(
            TableTransactionActionType.Delete,
            new TableEntity(partitionKey, delete.RowKey),
            delete.ETag is { } etag ? new ETag(etag) : ETag.All),
        _ => throw new ArgumentException($"A table knows no change of type {change.GetType().Name}.", nameof(change)),
    };

    private static bool IsSystem(string name) =>
        name is "PartitionKey" or "RowKey" or "Timestamp" || name.StartsWith("odata.", StringComparison.Ordinal);
}
