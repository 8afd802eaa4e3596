// Declarations only, a subset of the package Azure.Data.Tables: see docs/azure-api.md.
namespace Azure.Data.Tables;

public enum TableTransactionActionType
{
    Add = 0,
    UpdateReplace = 2,
    Delete = 3,
    UpsertReplace = 5,
}
