// Declarations only, a subset of the package Azure.Data.Tables: see docs/azure-api.md.
#nullable disable
namespace Azure.Data.Tables;

public class TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
{
    public TableTransactionActionType ActionType { get; } = actionType;

    public ITableEntity Entity { get; } = entity;

    public ETag ETag { get; } = etag;
}
