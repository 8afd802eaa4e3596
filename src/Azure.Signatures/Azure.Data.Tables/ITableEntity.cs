// Declarations only, a subset of the package Azure.Data.Tables: see docs/azure-api.md.
#nullable disable
namespace Azure.Data.Tables;

public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    DateTimeOffset? Timestamp { get; set; }

    ETag ETag { get; set; }
}
